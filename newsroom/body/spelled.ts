/**
 * JSON in one spelling. The database keeps no order of keys, and a document no attributes that are null: as text, two nodes that say
 * the same would differ.
 */
export const spelled = (value: unknown): string =>
  JSON.stringify(value, (_key, part) => (isPlain(part) ? tidy(part) : part));

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const tidy = (part: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(part)
      .filter(([, value]) => value !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
