import "server-only";
import type { Reaction, ReactionTable } from "../kernel/reactions.ts";
import { familyOf } from "../tags/standing-tags.ts";
import { holdProjection } from "./publication/projection.ts";
import { moveLiveTag, moveNotices, projectTagsAnew, showTag } from "./tags/tag-projection.ts";

/** First of all, so that what is read for the readers is what they get. */
const hold: Reaction = async (_event, { tx }) => holdProjection(tx);

const showSection: Reaction = async ({ subject }, { tx }) => {
  const section = subject && (await tx.section.findUnique({ where: { id: subject } }));
  if (!section) return;
  const { slug, name, position } = section;
  await tx.liveSection.upsert({ where: { slug }, create: { slug, name, position }, update: { name, position } });
};

const hideSection: Reaction = async ({ payload }, { tx }) => {
  await tx.liveSection.deleteMany({ where: { slug: String(payload.slug) } });
};

const renameLiveTag: Reaction = async ({ subject, payload }, { tx }) => {
  if (!subject) return;
  if (payload.was !== payload.slug) await moveLiveTag(tx, String(payload.was), String(payload.slug));
  await showTag(tx, subject);
};

const showMerge: Reaction = async ({ payload }, { tx }) => {
  const slug = String(payload.slug);
  await tx.liveTag.deleteMany({ where: { slug } });
  await tx.liveTagLabel.deleteMany({ where: { tagSlug: slug } });
  await showTag(tx, String(payload.intoId));
};

const showBoth: Reaction = async ({ subject, payload }, { tx }) => {
  await showTag(tx, String(payload.intoId));
  if (subject) await showTag(tx, subject);
};

const hideTag: Reaction = async ({ payload }, { tx }) => {
  const slug = String(payload.slug);
  await tx.liveTag.deleteMany({ where: { slug } });
  await tx.liveTagLabel.deleteMany({ where: { tagSlug: slug } });
  await tx.liveTagAlias.deleteMany({ where: { OR: [{ slug }, { tagSlug: slug }] } });
};

/** Off every page, the lists of its stories too. */
const takeTagAway: Reaction = async ({ payload }, { tx }) => {
  await tx.liveStoryTag.deleteMany({ where: { tagSlug: String(payload.slug) } });
  await tx.liveTag.deleteMany({ where: { slug: String(payload.slug) } });
};

/** Back in its place in every live story that was published with it, or with what was merged into it. */
const bringTagBack: Reaction = async ({ subject }, { tx }) => {
  if (!subject) return;
  const family = (await familyOf(tx, subject)).map(({ id }) => id);
  const live = await tx.$queryRaw<{ id: string }[]>`
    select live."id"::text from "LiveStory" live join "Revision" revision on revision."id" = live."revisionId"
    where live."embargoUntil" is null and revision."columns" -> 'tagIds' ?| ${family}::text[]`;
  await projectTagsAnew(
    tx,
    subject,
    live.map(({ id }) => id),
  );
};

const noticesFollow: Reaction = async ({ subject }, { tx }) => {
  if (subject) await moveNotices(tx, subject);
};

const changeLiveProfile: Reaction = async ({ subject }, { tx }) => {
  const profile = subject && (await tx.profile.findUnique({ where: { id: subject } }));
  if (!profile) return;
  const { slug, name, bio } = profile;
  await tx.liveProfile.updateMany({ where: { slug }, data: { name, bio } });
  await tx.liveByline.updateMany({ where: { profileSlug: slug }, data: { name } });
};

const hideProfile: Reaction = async ({ payload }, { tx }) => {
  await tx.liveProfile.deleteMany({ where: { slug: String(payload.slug) } });
};

/** What stands on every page has a generation: a page of an older one is made anew when next asked for. */
const nextGeneration: Reaction = async (_event, { tx }) => {
  await tx.newsroom.updateMany({ where: { id: 1 }, data: { generation: { increment: 1 } } });
};

/** What the readers' projection does when others announce something, in their transaction. */
export const storyReactions: ReactionTable = {
  "section.created": [hold, showSection, nextGeneration],
  "section.renamed": [hold, showSection, nextGeneration],
  "section.removed": [hold, hideSection, nextGeneration],
  "section.spiked": [hold, hideSection, nextGeneration],
  "section.unspiked": [hold, showSection, nextGeneration],
  "tag.renamed": [hold, renameLiveTag, noticesFollow],
  "tag.merged": [hold, showMerge, noticesFollow],
  "tag.merge_undone": [hold, showBoth, noticesFollow],
  "tag.removed": [hold, hideTag, noticesFollow],
  "tag.spiked": [hold, takeTagAway, noticesFollow],
  "tag.unspiked": [hold, bringTagBack, noticesFollow, nextGeneration],
  "profile.changed": [hold, changeLiveProfile],
  "profile.removed": [hold, hideProfile],
};
