/** One set of limits for editor, server and import. */
export const bodyLimits = {
  /** Bytes of UTF-8 JSON. */
  bytes: 4 * 1024 * 1024,
  words: 200_000,
  depth: 100,
} as const;
