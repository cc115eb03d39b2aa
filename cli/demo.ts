import { system } from "#newsroom/kernel/actor";
import { removeDemo } from "#newsroom/transfer/remove-demo";
import type { Command } from "./command.ts";

export const demoCommands: Record<string, Command> = {
  "demo:remove": {
    usage: "demo:remove",
    options: {},
    needsCurrentTables: true,
    async run({ now, say }) {
      const { stories, sections, tags, profiles } = await removeDemo(system("command line"), {}, { now });
      say(`Removed ${stories} stories, ${sections} sections, ${tags} tags and ${profiles} profiles of the demo.`);
    },
  },
};
