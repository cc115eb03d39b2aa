import "server-only";
import pg from "pg";
import { newId } from "../../kernel/ids.ts";
import { addRedirect } from "../../redirects/commands.ts";
import { changeTag } from "../../tags/commands.ts";
import { correctStory } from "../commands/correct-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { mergeTags } from "../commands/merge-tags.ts";
import { publishStory } from "../commands/publish-story.ts";
import { readdressStory } from "../commands/readdress-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { aNewsroom, aPerson, aStory, aTag, theProgram, typed } from "../testing.ts";

/** Words that no reader may get. */
export const secret = "Unpublished words of a source";

/** A paper with one story for everybody, and with the secret in whatever readers may not have. */
export async function aPaperWithSecrets(): Promise<{ liveId: string }> {
  await aNewsroom();
  await aPerson("admin", secret);
  const secretTag = await aTag("Secret tag");
  await aStory({ headline: secret, text: secret, tagIds: [secretTag] });
  const labels = [{ language: "ky", name: secret }];
  await changeTag(theProgram, { tagId: secretTag, version: 1, changes: { slug: "new-secret-tag", labels } });
  await mergeTags(theProgram, { tagId: await aTag("Merged secret tag"), version: 1, intoId: secretTag });

  const csto = await aTag("CSTO");
  await changeTag(theProgram, { tagId: csto, version: 1, changes: { labels: [{ language: "ru", name: "ОДКБ" }] } });
  await mergeTags(theProgram, { tagId: await aTag("Collective treaty"), version: 1, intoId: csto });
  const live = await aStory({ headline: "For everybody", tagIds: [csto] });
  await publishStory(theProgram, live);
  await typed(live.storyId, secret);

  const embargoed = await corrected({ headline: secret, tagIds: [await aTag("Embargoed tag")] });
  await setEmbargo(theProgram, {
    ...embargoed,
    until: new Date(Date.now() + 3_600_000).toISOString(),
  });
  for (const take of [unpublishStory, killStory]) {
    await take(theProgram, { ...(await corrected({ headline: secret })), reason: secret });
  }
  await retractStory(theProgram, { ...(await corrected({ headline: secret })), notice: "It does not stand." });
  return { liveId: live.storyId };
}

/** A live story with a note, a public difference and a former address, all of them secret; a redirect leads to it. */
async function corrected(wishes: Parameters<typeof aStory>[0]) {
  const draft = await aStory(wishes);
  const { storyId } = draft;
  const published = await publishStory(theProgram, draft);
  const { seq } = await typed(storyId, secret);
  const note = { kind: "correction" as const, note: secret, place: "top" as const, isPublic: true };
  const { version } = await correctStory(theProgram, { storyId, version: published.version, seq, ...note });
  const moved = await readdressStory(theProgram, { storyId, version, slug: `x-${storyId}` });
  await addRedirect(theProgram, { id: newId(), from: `/old/${storyId}`, to: moved.address });
  return { storyId, version: moved.version };
}

/** Whatever somebody could do who holds the readers' login itself. */
export async function theReadersLogin() {
  const client = new pg.Client({ connectionString: process.env.READERS_DATABASE_URL });
  await client.connect();
  return {
    ask: async (sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows,
    close: () => client.end(),
  };
}
