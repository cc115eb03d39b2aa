import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { line, lines } from "../kernel/text.ts";
import { Language } from "../settings/schema.ts";

export const PitchIdea = z.object({
  id: Id,
  /** Its working name. */
  name: line(120).refine((name) => name !== "", "Please say in a few words what it is about."),
  brief: lines(4_000).optional(),
  sectionId: Id.nullable().optional(),
  language: Language.optional(),
  /** For editors: who directs stories says so here too. */
  assigneeId: Id.nullable().optional(),
  deskId: Id.nullable().optional(),
  dueAt: Instant.nullable().optional(),
  /** The one who has it writes it at once. */
  take: z.boolean().default(false),
});

export const TakeIdea = z.object({ storyId: Id, version: z.int().min(1) });
