// Makes a story in each state that readers must not see: `in-every-state.ts <data folder> <word>`. Every text of theirs
// has the word in it. Prints tokens of links to those that no link may show, one a line.
import "#newsroom/wiring";
import { PlanVerb, PublicationState, WithdrawnHow } from "@prisma/client";
import { closeDatabase } from "#lib/db/connect";
import { deskDb } from "#lib/db/desk";
import { parseSettings } from "#lib/env";
import type { Picture } from "#newsroom/body/body";
import { body, p, picture } from "#newsroom/body/testing";
import { arrangeFront } from "#newsroom/fronts/commands";
import { home, places } from "#newsroom/fronts/places";
import { automatic, type Slot } from "#newsroom/fronts/schema";
import { system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { aPictureFile } from "#newsroom/media/testing";
import { createProfile } from "#newsroom/people/commands/create-profile";
import { addRedirect } from "#newsroom/redirects/commands";
import { changeStory } from "#newsroom/stories/commands/change-story";
import { correctStory } from "#newsroom/stories/commands/correct-story";
import { createStory } from "#newsroom/stories/commands/create-story";
import { killStory } from "#newsroom/stories/commands/kill-story";
import { planCorrection } from "#newsroom/stories/commands/plan-correction";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { planWithdrawal } from "#newsroom/stories/commands/plan-withdrawal";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { readdressStory } from "#newsroom/stories/commands/readdress-story";
import { retractStory } from "#newsroom/stories/commands/retract-story";
import { setEmbargo } from "#newsroom/stories/commands/set-embargo";
import { shareStory } from "#newsroom/stories/commands/share-story";
import { spikeStory } from "#newsroom/stories/commands/spike-story";
import { submitStory } from "#newsroom/stories/commands/submit-story";
import { unpublishStory } from "#newsroom/stories/commands/unpublish-story";
import { uploadPicture } from "#newsroom/stories/pictures/upload-picture";
import { openPlan } from "#newsroom/stories/publication/plans";
import { typed } from "#newsroom/stories/testing";
import { createTag } from "#newsroom/tags/commands";
import { announceDatabase, databaseInUse } from "#server/database";

const [folder = "", word = ""] = process.argv.slice(2);
const database = await databaseInUse(parseSettings({ DATA_DIR: folder }), folder);
if (!database) throw new Error("The program under test does not run.");
announceDatabase(database);

process.env.DATA_DIR = folder;

const actor = system("the journey");
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const section = await deskDb().section.findFirstOrThrow({ where: { slug: "security" }, select: { id: true } });
const tag = await createTag(actor, { id: newId(), name: `${word} tag` });
const { id: profileId } = await createProfile(actor, { id: newId(), name: `${word} person` });

/** One at the top of each, one in the text. */
const pictures = await Promise.all(
  [300, 200].map(async (height) => {
    const file = await aPictureFile({ width: 480, height });
    const { picture } = await uploadPicture(actor, { uploadId: newId() }, async () => file);
    process.stdout.write(`/media/${picture.id}/480.webp\n`);
    return { pictureId: picture.id, width: 480, height, altText: word, caption: word, credit: word };
  }),
);
const [{ width: _width, height: _height, ...leadImage }, inText] = pictures as [Picture["attrs"], Picture["attrs"]];

/** The id of each story that is made here. */
const made: string[] = [];
const aNewId = () => {
  const id = newId();
  made.push(id);
  return id;
};

async function story(state: string, { slug = `${word}-${state}`, confidential = false } = {}) {
  const storyId = aNewId();
  await createStory(actor, {
    id: storyId,
    columns: {
      sectionId: section.id,
      tagIds: [tag.id],
      byline: [{ profileId }],
      leadImage,
      slug,
      dateline: word,
      confidential,
    },
    text: {
      kicker: word,
      headline: `${word} ${state}`,
      standfirst: word,
      teaser: word,
      body: body(p(word), picture(inText)),
    },
  });
  return { storyId, version: 1, seq: 0 };
}

/** By an admin: a link rests while whoever made it could not. */
const shared = async (story: { storyId: string; version: number; seq: number }) => {
  const link = { recipient: "A source", days: 1, mayComment: true, follows: true };
  const select = { id: true, name: true, role: true } as const;
  const admin = await deskDb().staff.findFirstOrThrow({ where: { role: "admin", deactivatedAt: null }, select });
  const { path } = await shareStory({ ...admin, kind: "staff", sessionId: "" }, { ...story, ...link });
  process.stdout.write(`${path}\n`);
};

/** Live, corrected with a public note and difference, moved from `{word}-{state}-old`, and led to from `/{word}-{state}.html`. */
async function live(state: string) {
  const draft = await story(state, { slug: `${word}-${state}-old` });
  const { storyId } = draft;
  const published = await publishStory(actor, draft);
  const { seq } = await typed(storyId, word);
  const note = { kind: "correction" as const, note: word, place: "top" as const, isPublic: true };
  const corrected = await correctStory(actor, { storyId, version: published.version, seq, ...note });
  const slug = `${word}-${state}`;
  const { version, address } = await readdressStory(actor, { storyId, version: corrected.version, slug });
  await addRedirect(actor, { id: newId(), from: `/${word}-${state}.html`, to: address });
  return { storyId, version };
}

/** Puts stories on the front as an editor would, before something happens to them. */
async function putOnFront(storyIds: string[]) {
  const { version, slots } = await deskDb().front.findUniqueOrThrow({ where: { key: home }, include: { slots: true } });
  const arranged = places.map((_, at): Slot => {
    const { storyId, sectionId, tagId } = slots.find(({ position }) => position === at) ?? automatic;
    return { storyId: storyIds[places.length - 1 - at] ?? storyId, sectionId, tagId };
  });
  await arrangeFront(actor, { version, slots: arranged });
}

await story("draft");
await story("confidential", { confidential: true });
await submitStory(actor, await story("edit"));
const held = await story("held");
await deskDb().story.update({ where: { id: held.storyId }, data: { heldBecause: word } });
await planPublication(actor, { ...(await story("planned")), at: inAnHour(), zone: "UTC" });
const counting = await story("counting");
// As Publish leaves it; here the undo window does not end before the test.
await planPublication(actor, { ...counting, at: inAnHour(), zone: "UTC" });
await deskDb().plan.updateMany({ where: { storyId: counting.storyId }, data: { isUndoable: true } });
const promised = await story("promised");
await shared(promised);
await setEmbargo(actor, { storyId: promised.storyId, version: 1, until: inAnHour() });
await unpublishStory(actor, await live("unpublished"));
const dropped = await live("spiked");
await shared({ ...dropped, seq: 1 });
const unpublished = await unpublishStory(actor, dropped);
await spikeStory(actor, { storyId: dropped.storyId, version: unpublished.version, reason: word });
const [embargoed, killed, retracted] = [await live("embargoed"), await live("killed"), await live("retracted")];
await putOnFront([embargoed.storyId, killed.storyId, retracted.storyId]);
await setEmbargo(actor, { ...embargoed, until: inAnHour() });
await shared({ ...killed, seq: 1 });
await killStory(actor, { ...killed, reason: word });
await shared({ ...retracted, seq: 1 });
await retractStory(actor, { ...retracted, notice: "It does not stand." });
await killStory(actor, { ...(await live("legal")), reason: word, legal: true });

/** Live, with text that readers do not have yet. */
async function newer() {
  const storyId = aNewId();
  const columns = { sectionId: section.id, slug: `newer-${storyId}` };
  const text = { headline: "Known to all", body: body(p("As it was.")) };
  await createStory(actor, { id: storyId, columns, text });
  const { version } = await publishStory(actor, { storyId, version: 1, seq: 0 });
  const { seq } = await typed(storyId, word);
  const changes = { leadImage, tagIds: [tag.id], dateline: word, slugline: word };
  await changeStory(actor, { storyId, version, changes });
  process.stdout.write(`/stories/newer-${storyId}\n`);
  return { storyId, version: version + 1, seq };
}

const soon = { at: inAnHour(), zone: "UTC" };
await planPublication(actor, { ...(await newer()), ...soon });
const said = { kind: "correction" as const, note: word, place: "top" as const, isPublic: true };
await planCorrection(actor, { ...(await newer()), ...soon, ...said });
const { seq: _seq, ...leaving } = await newer();
await planWithdrawal(actor, { ...leaving, ...soon });

await demandAllStates();
await closeDatabase();

/** Whoever adds a state, or a verb of plans, tries what readers get of it. */
async function demandAllStates() {
  const rows = await deskDb().story.findMany({
    where: { id: { in: made } },
    select: { publication: true, withdrawnHow: true, plans: { where: openPlan, select: { verb: true } } },
  });
  const there = rows.flatMap(({ publication, withdrawnHow, plans }) => [
    `publication ${publication}`,
    `withdrawn ${withdrawnHow}`,
    ...plans.map(({ verb }) => `plan ${verb}`),
  ]);
  const all = [
    ...Object.keys(PublicationState).map((state) => `publication ${state}`),
    ...Object.keys(WithdrawnHow).map((how) => `withdrawn ${how}`),
    ...Object.keys(PlanVerb).map((verb) => `plan ${verb}`),
  ];
  const missing = all.filter((state) => !there.includes(state));
  if (missing.length > 0) throw new Error(`No story is made here for: ${missing.join(", ")}.`);
}
