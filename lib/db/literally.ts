/** Words for Prisma's `contains`, `startsWith` and case-insensitive `equals`, which read `%`, `_` and `\` as signs of a pattern. */
export const literally = (words: string): string => words.replace(/[\\%_]/g, "\\$&");
