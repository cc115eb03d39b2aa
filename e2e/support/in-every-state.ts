// Makes a story in each state that readers must not see: `in-every-state.ts <data folder> <word>`. Every text of theirs
// has the word in it.
import "#newsroom/wiring";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import { body, p } from "#newsroom/body/testing";
import { system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { createProfile } from "#newsroom/people/commands/create-profile";
import { createStory } from "#newsroom/stories/commands/create-story";
import { killStory } from "#newsroom/stories/commands/kill-story";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { setEmbargo } from "#newsroom/stories/commands/set-embargo";
import { spikeStory } from "#newsroom/stories/commands/spike-story";
import { submitStory } from "#newsroom/stories/commands/submit-story";
import { unpublishStory } from "#newsroom/stories/commands/unpublish-story";
import { createTag } from "#newsroom/tags/commands";
import { announceDatabase, databaseInUse } from "#server/database";

const [folder = "", word = ""] = process.argv.slice(2);
const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
if (!database) throw new Error("The program under test does not run.");
announceDatabase(database);

const actor = system("the journey");
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const section = await deskDb().section.findFirstOrThrow({ where: { slug: "security" }, select: { id: true } });
const tag = await createTag(actor, { id: newId(), name: `${word} tag` });
const { id: profileId } = await createProfile(actor, { id: newId(), name: `${word} person` });

async function story(state: string) {
  const storyId = newId();
  const slug = `${word}-${state}`;
  await createStory(actor, {
    id: storyId,
    columns: { sectionId: section.id, tagIds: [tag.id], byline: [{ profileId }], slug, dateline: word },
    text: { kicker: word, headline: `${word} ${state}`, standfirst: word, teaser: word, body: body(p(word)) },
  });
  return { storyId, version: 1, seq: 0 };
}

async function live(state: string) {
  const draft = await story(state);
  const { version } = await publishStory(actor, draft);
  return { storyId: draft.storyId, version };
}

await story("draft");
await submitStory(actor, await story("edit"));
await planPublication(actor, { ...(await story("planned")), at: inAnHour(), zone: "UTC" });
await setEmbargo(actor, { ...(await live("embargoed")), until: inAnHour() });
await unpublishStory(actor, await live("unpublished"));
const dropped = await live("spiked");
const { version } = await unpublishStory(actor, dropped);
await spikeStory(actor, { storyId: dropped.storyId, version, reason: word });
await killStory(actor, { ...(await live("killed")), reason: word });
await killStory(actor, { ...(await live("legal")), reason: word, legal: true });
await closeDatabase();
