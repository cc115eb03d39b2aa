import { z } from "zod";
import { line } from "../kernel/text.ts";

/** A BCP 47 tag as newsrooms here need it: "en", "ky", "uz-Cyrl". */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, "This is not a language tag such as “en” or “ky”.");

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

export const Zone = z.string().refine(isZone, "This is not a time zone such as “Asia/Bishkek”.");

/** Long enough to see one's mistake, short enough to be news. */
export const UndoWindowSeconds = z
  .int("Please give whole seconds.")
  .min(0, "0 switches it off.")
  .max(120, "At most 120 seconds.");

/** What everybody at the desk may know of the newsroom; `generation` grows with what stands on every page. */
export interface NewsroomSettings {
  name: string;
  zone: string;
  /** The language without a prefix in addresses. */
  language: string;
  languages: string[];
  /** Authors publish, update and unpublish their own stories. */
  authorsPublishOwn: boolean;
  /** What an update changed is shown to readers unless its publisher says otherwise. */
  updatesArePublic: boolean;
  /** For how long Publish can be taken back; 0: readers get it at once. */
  undoWindowSeconds: number;
  version: number;
}

export const ChangeSettings = z.object({
  version: z.int(),
  changes: z
    .object({
      name: line(80).refine((name) => name !== "", "A newsroom has a name."),
      zone: Zone,
      languages: z.array(Language).min(1).max(30),
      authorsPublishOwn: z.boolean(),
      updatesArePublic: z.boolean(),
      undoWindowSeconds: UndoWindowSeconds,
    })
    .partial(),
});
