/** Attributes that hold what people write, and read. */
export const writtenAttributes: ReadonlySet<string> = new Set([
  "caption",
  "altText",
  "credit",
  "title",
  "amount",
  "currency",
]);
