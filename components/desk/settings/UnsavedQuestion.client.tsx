"use client";
import { LeavingQuestion } from "../../editor/saving/LeavingQuestion.client.tsx";
import { useLeaving } from "../../editor/saving/useLeaving.ts";

/** On a page that is saved as a whole: whoever leaves it with something unsaved is asked first. */
export function UnsavedQuestion({ isUnsaved }: { isUnsaved: boolean }) {
  const leaving = useLeaving({
    isUnsafe: () => isUnsaved,
    save: () => Promise.resolve(false),
    wake: () => {},
    online: () => {},
  });
  return <LeavingQuestion leaving={leaving} lost="What you changed on this page is not saved yet." />;
}
