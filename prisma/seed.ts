import "server-only";
import { createHash } from "node:crypto";
import { Decimal } from "decimal.js";
import { deskDb } from "#lib/db/desk";
import type { Body, Picture } from "#newsroom/body/body";
import { system } from "#newsroom/kernel/actor";
import type { LibraryPicture } from "#newsroom/media/schema";
import { createProfile } from "#newsroom/people/commands/create-profile";
import { pitchIdea } from "#newsroom/planning/commands/pitch-idea";
import { recordRates } from "#newsroom/rates/commands/record-rates";
import { currencies } from "#newsroom/rates/schema";
import { createSection } from "#newsroom/sections/commands";
import { newsroomSettings } from "#newsroom/settings/queries";
import { createStory } from "#newsroom/stories/commands/create-story";
import { describePicture } from "#newsroom/stories/commands/describe-picture";
import { moveStory } from "#newsroom/stories/commands/move-story";
import { planPublication } from "#newsroom/stories/commands/plan-publication";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { submitStory } from "#newsroom/stories/commands/submit-story";
import { uploadPicture } from "#newsroom/stories/pictures/upload-picture";
import { createTag } from "#newsroom/tags/commands";
import { markDemo } from "#newsroom/transfer/mark-demo";
import type { DemoKind } from "#newsroom/transfer/schema";
import { ideas } from "./demo/ideas.ts";
import { type Illustration, illustrationCredit, illustrationFile, illustrations } from "./demo/illustrations.ts";
import { instantAhead, instantIn } from "./demo/instants.ts";
import { profiles } from "./demo/profiles.ts";
import { recordedRates } from "./demo/rates.ts";
import { sections } from "./demo/sections.ts";
import type { DemoStory } from "./demo/shape.ts";
import { stories } from "./demo/stories.ts";
import { tags } from "./demo/tags.ts";

const actor = system("the demo");
const HOUR = 3_600_000;

/**
 * Fills an empty newsroom with a believable one, through the commands that everybody uses. Answers how many stories it made:
 * none in a newsroom that has stories of its own or has removed its demo. A seeding that was cut short goes on where it stopped.
 */
export async function seedDemo(now: Date, say: (line: string) => void = () => {}): Promise<number> {
  if (await isNotForUs()) return 0;
  const { zone } = await newsroomSettings();
  const dated = stories
    .map((story) => ({ story, at: instantIn(zone, now, story.state === "live" ? story.publishedAt : story.writtenAt) }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  const opening = new Date((dated[0]?.at ?? now).getTime() - 24 * HOUR);

  await markDemo(actor, { records: everything() }, { now: opening });
  const places: Places = {
    sections: await makeSections(opening),
    tags: await makeTags(opening),
    profiles: await makeProfiles(opening),
    zone,
  };
  const pictures = await makePictures(opening);
  // Before the stories: what they say in money is fixed when they go live.
  await makeRates();
  let made = 0;
  for (const { story, at } of dated) {
    if (await makeStory(story, at, { ...places, pictures }, now)) made++;
    say(`demo: ${story.headline}`);
  }
  return made + (await makeIdeas(places, now));
}

/** Made from the key and not by chance: a second run knows what the first one has made. */
function demoId(kind: DemoKind, key: string): string {
  const hex = createHash("sha256").update(`chapar demo ${kind} ${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const everything = () => [
  ...sections.map(({ slug }) => ({ kind: "section" as const, id: demoId("section", slug) })),
  ...tags.map(({ slug }) => ({ kind: "tag" as const, id: demoId("tag", slug) })),
  ...profiles.map(({ slug }) => ({ kind: "profile" as const, id: demoId("profile", slug) })),
  ...[...stories, ...ideas].map(({ key }) => ({ kind: "story" as const, id: demoId("story", key) })),
];

async function isNotForUs(): Promise<boolean> {
  const own = [...stories, ...ideas].map(({ key }) => demoId("story", key));
  const [other, removed] = await Promise.all([
    deskDb().story.findFirst({ where: { id: { notIn: own } }, select: { id: true } }),
    deskDb().event.findFirst({ where: { type: "demo.removed" }, select: { id: true } }),
  ]);
  return other !== null || removed !== null;
}

type Ids = Map<string, string>;

interface Places {
  sections: Ids;
  tags: Ids;
  profiles: Ids;
  zone: string;
}

function idOf(ids: Ids, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new Error(`The demo has no “${slug}”.`);
  return id;
}

async function makeSections(now: Date): Promise<Ids> {
  const known = await deskDb().section.findMany({ select: { id: true, slug: true } });
  const ids: Ids = new Map(known.map(({ id, slug }) => [slug, id]));
  for (const { slug, name, position } of sections) {
    if (ids.has(slug)) continue;
    ids.set(slug, (await createSection(actor, { id: demoId("section", slug), slug, name, position }, { now })).id);
  }
  return ids;
}

async function makeTags(now: Date): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { slug, name, kind, description } of tags)
    ids.set(slug, (await createTag(actor, { id: demoId("tag", slug), slug, name, kind, description }, { now })).id);
  return ids;
}

async function makeProfiles(now: Date): Promise<Ids> {
  const known = await deskDb().profile.findMany({ select: { id: true, slug: true } });
  const ids: Ids = new Map(known.map(({ id, slug }) => [slug, id]));
  for (const { slug, name, bio } of profiles) {
    if (ids.has(slug)) continue;
    const id = demoId("profile", slug);
    await createProfile(actor, { id, slug, name, bio }, { now });
    ids.set(slug, id);
  }
  return ids;
}

/** The strip of a newsroom that has never reached the source: what it really said on one day, and dated so. */
async function makeRates(): Promise<void> {
  if (await deskDb().rate.findFirst({ select: { id: true } })) return;
  const { effectiveDate, unitsPerDollar } = recordedRates;
  const rates = currencies.map((currency) => ({
    currency,
    rate: new Decimal(1).div(unitsPerDollar[currency]).toFixed(12),
  }));
  const visit = { outcome: "rates" as const, source: "currency-api" as const, effectiveDate, rates };
  const now = new Date(`${effectiveDate}T12:00:00Z`);
  await recordRates(actor, { ...visit, unusable: [], etag: null, lastModified: null }, { now });
  const made = await deskDb().rate.findMany({ select: { id: true } });
  await markDemo(actor, { records: made.map(({ id }) => ({ kind: "rate", id })) }, { now });
}

/** What nobody has written yet. Answers how many were not there. */
async function makeIdeas(places: Places, now: Date): Promise<number> {
  let made = 0;
  for (const { key, name, brief, section, due } of ideas) {
    const id = demoId("story", key);
    if (await deskDb().story.findUnique({ where: { id }, select: { id: true } })) continue;
    const dueAt = due ? instantAhead(places.zone, now, due).toISOString() : null;
    await pitchIdea(actor, { id, name, brief, sectionId: idOf(places.sections, section), dueAt }, { now });
    made++;
  }
  return made;
}

type Pictures = Map<Illustration, LibraryPicture>;

/** Drawn, stored and described; those that an earlier run has made are found by their bytes. */
async function makePictures(now: Date): Promise<Pictures> {
  const made: Pictures = new Map();
  for (const [at, illustration] of illustrations.entries()) {
    const uploadId = demoId("picture", `${illustration.story} ${at}`);
    const file = () => illustrationFile(illustration);
    const { picture } = await uploadPicture(actor, { uploadId }, file, now);
    await markDemo(actor, { records: [{ kind: "picture", id: picture.id }] }, { now });
    const { altText, caption } = illustration;
    const words = { altText, caption, credit: illustrationCredit };
    if (picture.version === 1)
      await describePicture(actor, { pictureId: picture.id, version: 1, changes: words }, { now });
    made.set(illustration, { ...picture, ...words });
  }
  return made;
}

/** The story's picture at one of its places, with the words of its illustration. */
function pictureOf({ key }: DemoStory, pictures: Pictures, place: Illustration["place"]) {
  const found = [...pictures].find(([illustration]) => illustration.story === key && illustration.place === place);
  if (!found) return null;
  const [, { id, width, height, altText, caption, credit }] = found;
  return { pictureId: id, width, height, altText, caption, credit };
}

/** Brings a story as far as it is to come, from where it stands. Answers whether there was anything to do. */
async function makeStory(
  story: DemoStory,
  at: Date,
  places: Places & { pictures: Pictures },
  now: Date,
): Promise<boolean> {
  const storyId = demoId("story", story.key);
  const before = (hours: number) => ({ now: new Date(at.getTime() - hours * HOUR) });
  const existing = await deskDb().story.findUnique({
    where: { id: storyId },
    select: { version: true, stage: true, document: { select: { seq: true } } },
  });
  if (existing?.document?.seq) return false; // somebody writes in it: it is theirs
  if (!existing)
    await createStory(actor, { id: storyId, language: story.language, ...partsOf(story, places) }, before(5));
  if (story.state === "draft") return !existing;

  const { version = 1, stage = "draft" } = existing ?? {};
  if (story.state === "edit") {
    if (version > 1) return false;
    await submitStory(actor, { storyId, version, seq: 0 }, before(0));
    return true;
  }
  if (version === 1) await moveStory(actor, { storyId, version, stage: "ready" }, before(1));
  else if (version > 2 || stage !== "ready") return false;
  if (story.state === "live") {
    await publishStory(actor, { storyId, version: 2, seq: 0 }, before(0));
    return true;
  }
  const planned = instantAhead(places.zone, now, story.state).toISOString();
  await planPublication(actor, { storyId, version: 2, seq: 0, at: planned, zone: places.zone }, before(0));
  return true;
}

const partsOf = (story: DemoStory, places: Places & { pictures: Pictures }) => ({
  columns: {
    leadImage: leadOf(pictureOf(story, places.pictures, "top")),
    slug: story.slug,
    sectionId: idOf(places.sections, story.section),
    tagIds: story.tags.map((slug) => idOf(places.tags, slug)),
    byline: story.byline.map((slug) => ({ profileId: idOf(places.profiles, slug) })),
    dateline: story.dateline,
  },
  text: {
    kicker: story.kicker ?? "",
    headline: story.headline,
    standfirst: story.standfirst,
    teaser: story.teaser ?? "",
    body: withPicture(story.body, pictureOf(story, places.pictures, "text")),
  },
});

const leadOf = (attrs: Picture["attrs"] | null) => {
  if (!attrs) return null;
  const { pictureId, altText, caption, credit } = attrs;
  return { pictureId, altText, caption, credit };
};

/** After the third block: there the story has begun. */
const withPicture = ({ content }: Body, attrs: Picture["attrs"] | null): Body => ({
  type: "doc",
  content: attrs ? content.toSpliced(3, 0, { type: "picture", attrs }) : content,
});
