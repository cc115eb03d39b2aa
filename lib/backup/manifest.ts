import { z } from "zod";

const EntryDigest = z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() });
export type EntryDigest = z.infer<typeof EntryDigest>;

/** The last entry of a backup: what it must contain, so that a damaged or cut one is known before anything is written. */
export const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Rows of each table. */
  tables: z.record(z.string(), z.number().int()),
  /** Tables whose rows are not in it. */
  leftOut: z.array(z.string()),
  /** Where counters stand; text, since they may be larger than a JavaScript number. */
  sequences: z.record(z.string(), z.string()),
  entries: z.array(EntryDigest),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = "manifest.json";

/** `tables/Story/0001.jsonl`: whole rows, one a line. */
export const tablePart = (table: string, part: number) => `tables/${table}/${String(part).padStart(4, "0")}.jsonl`;
export const tableOfPart = (name: string) => /^tables\/([^/]+)\/\d+\.jsonl$/.exec(name)?.[1];

export const fileEntry = (relative: string) => `files/${relative}`;
export const fileOfEntry = (name: string) => (name.startsWith("files/") ? name.slice("files/".length) : undefined);
