import "server-only";
import { command } from "../../kernel/command.ts";
import { stages } from "../../workflow/queries.ts";
import { writtenAt } from "../../workflow/stages.ts";
import { makeStory } from "../new-story.ts";
import { CreateStory } from "../schema.ts";

/** Makes a story; asked twice with the same id it answers with the first one. @throws Fault invalid, forbidden */
export const createStory = command({
  name: "story.create",
  input: CreateStory,
  async run(context, input) {
    const { version, isNew } = await makeStory(context, input, { stage: writtenAt(await stages(context.tx)).key });
    if (isNew) context.emit({ type: "story.created", subject: input.id });
    return { id: input.id, version };
  },
});
