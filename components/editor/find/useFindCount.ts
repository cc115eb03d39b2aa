import { useCallback, useSyncExternalStore } from "react";
import type { Find } from "./useFind.ts";

/** "3 of 17", as the text is now. */
export function useFindCount({ session, fields, query }: Find): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      const editors = fields();
      for (const editor of editors) editor.on("transaction", listener);
      return () => {
        for (const editor of editors) editor.off("transaction", listener);
      };
    },
    [fields],
  );
  const read = () => {
    const { at, total } = session.count();
    if (query.words === "") return "";
    return total === 0 ? "No matches" : at === 0 ? `${total} in all` : `${at} of ${total}`;
  };
  return useSyncExternalStore(subscribe, read, () => "");
}
