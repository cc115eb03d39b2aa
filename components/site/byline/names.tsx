import type { ReactNode } from "react";
import type { BylineEntry } from "#newsroom/stories/published/cards";
import { inOrder } from "../in-order.ts";
import { localeOf } from "../locale.ts";

const formats = new Map<string, Intl.ListFormat>();

function listFormat(language: string): Intl.ListFormat {
  const made = formats.get(language) ?? new Intl.ListFormat(localeOf(language), { type: "conjunction" });
  formats.set(language, made);
  return made;
}

/** "A, B and C" as the language joins them, each name where `show` puts it. */
export function joinNames(
  entries: BylineEntry[],
  language: string,
  show: (entry: BylineEntry) => ReactNode = (entry) => entry.name,
): ReactNode {
  const places = entries.map((_, i) => `${i}`);
  const parts = listFormat(language).formatToParts(places);
  return inOrder(
    parts.map(({ type, value }) => {
      const entry = type === "element" ? entries[Number(value)] : undefined;
      return entry ? show(entry) : value;
    }),
  );
}
