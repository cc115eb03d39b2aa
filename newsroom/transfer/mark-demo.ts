import "server-only";
import { command } from "../kernel/command.ts";
import { forbidden } from "../kernel/faults.ts";
import { MarkDemo } from "./schema.ts";

/** Notes what is going to be made as demo: before it is made, so that a seeding that was cut short can be removed as well. */
export const markDemo = command({
  name: "demo.mark",
  input: MarkDemo,
  async run({ actor, tx }, { records }) {
    if (actor.kind !== "system") throw forbidden("Only the program itself makes a demo.");
    const { count } = await tx.demoRecord.createMany({ data: records, skipDuplicates: true });
    return { marked: count };
  },
});
