import { z } from "zod";

/** What an editor and the newsroom say to each other over a story's socket, beside Yjs itself. */

/** The first word of a window: sent in place of a token, since who somebody is stands in their cookie. */
export const Greeting = z.object({
  /** Which nodes and marks this window's editor knows. */
  schema: z.int().min(1),
  /** Of the text that it holds. */
  generation: z.int().min(1),
  /** Its Yjs client. */
  client: z.int().min(0).max(0xffff_ffff),
  /** Whose text is typed there. */
  person: z.string(),
});
export type Greeting = z.infer<typeof Greeting>;

const reasons = [
  /** Nobody is signed in there any more. */
  "signedOut",
  /** Somebody else is signed in there now. */
  "otherPerson",
  /** This person may not read this story. */
  "barred",
  /** What this person may do has changed: asking again tells what. */
  "changed",
  /** The window's editor is older than the text. */
  "outdated",
  /** The text was put back to a good state; what the window holds is not on top of it. */
  "startOver",
  /** Too much at once. */
  "flooding",
  /** What was sent builds on what never arrived: sending everything heals it. */
  "gap",
  /** What was sent cannot be part of a text; `words` say why. */
  "unfit",
  /** The database is away, or the program stops: the same will succeed later. */
  "unavailable",
] as const;
export type RefusalReason = (typeof reasons)[number];

const Refused = z.object({ why: z.enum(reasons), words: z.string().default("") });
export type Refused = z.infer<typeof Refused>;

/** Why a document was closed for a window; null for reasons that are not the newsroom's. */
export function refusalIn(reason: string): Refused | null {
  try {
    return Refused.safeParse(JSON.parse(reason)).data ?? null;
  } catch {
    return null;
  }
}

const News = z.discriminatedUnion("kind", [
  /** The document has `seq` updates now, all of which this window has been sent; the last was stored `at`. */
  z.object({ kind: z.literal("stored"), seq: z.int(), at: z.coerce.date() }),
  /** These letters, by their Yjs ids, were typed in something that others had moved: they stand there. */
  z.object({
    kind: z.literal("typedAnew"),
    letters: z.array(z.object({ client: z.int(), clock: z.int(), length: z.int() })),
  }),
  /** Something is longer than it may be, or nothing is any more. */
  z.object({ kind: z.literal("length"), tooLong: z.string().nullable() }),
  /** What readers have of the story, or what is planned for it, has changed. */
  z.object({ kind: z.literal("story") }),
  /** People said something about the story, or resolved it. */
  z.object({ kind: z.literal("comments") }),
]);
export type News = z.infer<typeof News>;

export const newsIn = (payload: string): News | null => {
  try {
    return News.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
};
