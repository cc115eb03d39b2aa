import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";

export const AddRedirect = z.object({
  id: Id,
  from: line(2_000).refine((from) => from !== "", "Please say from where."),
  to: line(2_000).refine((to) => to !== "", "Please say to where."),
});
export const RemoveRedirect = z.object({ redirectId: Id });

/** An address that leads to another one. */
export interface RedirectRow {
  /** Of one made by hand; null for what the change of a story's address has left. */
  id: string | null;
  from: string;
  /** Path or https address; null for that of a story that neither readers nor who asks may read. */
  to: string | null;
  /** The story that it leads to, by what it goes by; null also for one that who asks may not read. */
  story: { id: string; name: string } | null;
  /** Readers are led there now: not while its story, section, tag or author is not live. */
  isOpen: boolean;
  at: Date;
  by: string | null;
}
