import type { PastedInline, PastedNode } from "./passage.ts";

/** Without `bold` where the place is bold by itself. */
export const inlineNodes = (inline: readonly PastedInline[], { bold = true } = {}): PastedNode[] =>
  inline.map((part) => {
    if (part === "break") return { type: "hardBreak" };
    const marks = bold ? part.marks : part.marks.filter(({ type }) => type !== "bold");
    return { type: "text", text: part.text, ...(marks.length > 0 ? { marks: [...marks] } : {}) };
  });
