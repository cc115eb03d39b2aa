import { z } from "zod";
import { Id } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";
import { mostStages, stageMeanings } from "./stages.ts";

const StageKey = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "This is no key of a stage.");
const StageName = line(40).refine((name) => name !== "", "A stage has a name.");

/** The whole workflow as it is to be, in its order. */
export const ChangeWorkflow = z.object({
  version: z.int().min(1),
  stages: z
    .array(
      z.object({
        key: StageKey,
        name: StageName,
        meaning: z.enum(stageMeanings),
        movesTo: z.array(StageKey).max(mostStages).default([]),
      }),
    )
    .max(mostStages, `A workflow has ${mostStages} stages at most.`),
  /** Where the stories of stages that go are to stand, by the key of the stage that goes. */
  successors: z.record(StageKey, StageKey).default({}),
});

const DeskName = line(60).refine((name) => name !== "", "A desk has a name.");

export const CreateDesk = z.object({ id: Id, name: DeskName });
export const RenameDesk = z.object({ deskId: Id, version: z.int().min(1), name: DeskName });
export const RemoveDesk = z.object({ deskId: Id, version: z.int().min(1), successorId: Id.nullable().default(null) });

/** A team. */
export interface Desk {
  id: string;
  name: string;
  version: number;
}
