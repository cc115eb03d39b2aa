import type { NextAction, NextActionKind } from "#newsroom/planning/next-actions";

const words: Record<Exclude<NextActionKind, "file">, string> = {
  rewrite: "Rewrite",
  answer: "Answer",
  clear: "Ask legal",
  edit: "Edit",
  publish: "Publish",
  write: "Write",
  take: "Take up",
};

/** What is to be done, as one would say it: "Rewrite", "File pictures". */
export const nextActionWords = ({ kind, assignment }: Pick<NextAction, "kind" | "assignment">): string =>
  kind === "file" ? `File ${assignment && assignment.what !== "other" ? assignment.what : "it"}` : words[kind];
