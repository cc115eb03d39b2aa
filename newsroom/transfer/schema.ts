import { z } from "zod";
import { Id } from "../kernel/ids.ts";

const demoKinds = ["section", "tag", "profile", "story", "picture", "rate"] as const;
export type DemoKind = (typeof demoKinds)[number];

export const MarkDemo = z.object({ records: z.array(z.object({ kind: z.enum(demoKinds), id: Id })).max(1_000) });

/** How much of the demo went; what the newsroom's own stories use by now has stayed. */
export interface DemoRemoved {
  stories: number;
  sections: number;
  tags: number;
  profiles: number;
  /** Without those that the newsroom's own stories show. */
  pictures: number;
  rates: number;
}
