import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { places } from "./places.ts";

/** What is in a place: a story, if one was put there, and the rule by which it is filled without one. */
export const Slot = z
  .object({ storyId: Id.nullable(), sectionId: Id.nullable(), tagId: Id.nullable() })
  .refine(({ sectionId, tagId }) => !sectionId || !tagId, "Please choose a section or a tag, not both.");
export type Slot = z.infer<typeof Slot>;

/** A place that takes the newest story of all. */
export const automatic: Slot = { storyId: null, sectionId: null, tagId: null };

/** The whole front at once, in the order of its places. */
export const ArrangeFront = z.object({
  version: z.int().min(1),
  slots: z
    .array(Slot)
    .length(places.length)
    .superRefine((slots, context) => {
      slots.forEach(({ storyId }, at) => {
        const first = slots.findIndex((slot) => storyId !== null && slot.storyId === storyId);
        if (first === -1 || first === at) return;
        const message = `This story is the front’s ${places[first]?.name.toLowerCase()} already.`;
        context.addIssue({ code: "custom", path: [at, "storyId"], message });
      });
    }),
});

export interface Named {
  id: string;
  name: string;
}

/** A place as the desk shows it. */
export interface DeskSlot {
  /** Put here by somebody. */
  story: Named | null;
  /** Of what section or tag the newest story stands here without one; null for the newest of all. */
  section: Named | null;
  tag: Named | null;
  /** The headline that readers see here now; null if there is no story left for it. */
  shows: Named | null;
}

export interface DeskFront {
  version: number;
  arrangedAt: Date | null;
  arrangedBy: string | null;
  slots: DeskSlot[];
}

/** A live story that may be put on the front. */
export interface FrontStory {
  id: string;
  headline: string;
  section: string | null;
}
