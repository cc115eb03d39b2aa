import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Slug } from "../kernel/slug.ts";
import { line, lines } from "../kernel/text.ts";

const SectionName = line(60).refine((name) => name !== "", "A section has a name.");

export const CreateSection = z.object({
  id: Id,
  name: SectionName,
  slug: Slug.optional(),
  position: z.int().min(0).max(1_000).optional(),
});

export const RenameSection = z.object({ sectionId: Id, version: z.int(), name: SectionName });

const Version = z.int().min(1);
const Reason = lines(2_000).refine((reason) => reason !== "", "Please give a reason.");
export const SpikeSection = z.object({ sectionId: Id, version: Version, reason: Reason });
export const UnspikeSection = z.object({ sectionId: Id, version: Version });

/** The one home of a story. */
export interface Section {
  id: string;
  slug: string;
  name: string;
  position: number;
  version: number;
}
