import "server-only";
import type { Actor } from "../kernel/actor.ts";
import { may, reachOf } from "../people/roles.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { ownMentions } from "../stories/comments/comment-queries.ts";
import { type DeskStoryRow, deskStories, type StoryFilter } from "../stories/story-lists.ts";
import { stages } from "../workflow/queries.ts";
import { type StageMeaning, wayToWriter } from "../workflow/stages.ts";
import { type OwnAssignment, ownAssignments } from "./assignment-queries.ts";
import { inOrder, type NextAction, type NextActionKind, onePerStory } from "./next-actions.ts";

/** Of each kind. */
const most = 20;

/** What waits for this person, the most pressing first. `isCut`: more does than is told. */
export async function nextActions(
  actor: Actor,
  now: Date,
  limit = 12,
): Promise<{ actions: NextAction[]; isCut: boolean }> {
  const [all, { authorsPublishOwn }] = await Promise.all([stages(), newsroomSettings()]);
  const at = (meaning: StageMeaning) => all.filter((stage) => stage.meaning === meaning).map(({ key }) => key);
  const list = async (filter: StoryFilter, when = true) =>
    when
      ? (await deskStories(actor, { publication: "unpublished", order: "due", limit: most, ...filter })).stories
      : [];
  const edits = may(actor, "story.move");
  const publishesAll = reachOf(actor, "story.publish") === "any";
  const publishesOwn = reachOf(actor, "story.publish") === "own" && authorsPublishOwn;

  const [mentions, files, returned, mine, given, waiting, referred, ready] = await Promise.all([
    ownMentions(actor, most),
    ownAssignments(actor, most),
    list({ returned: "toMe", publication: undefined }),
    list({ mine: true, free: true, stage: at("writing") }),
    list({ assignee: "me", stage: at("idea").filter((key) => wayToWriter(all, key).to) }),
    list({ free: true, stage: at("desk") }, edits),
    list({ legal: "required", publication: undefined, order: undefined }, may(actor, "story.clear")),
    list({ free: true, unhindered: true, stage: at("ready"), mine: !publishesAll }, publishesAll || publishesOwn),
  ]);
  const actions = onePerStory(
    inOrder(
      [
        ...mentions.map(
          ({ threadId, storyId, headline, slugline, language, by, words, at: since }): NextAction => ({
            kind: "answer",
            story: { id: storyId, headline, slugline, language },
            dueAt: null,
            isUrgent: false,
            since,
            said: { by, words },
            threadId,
          }),
        ),
        ...files.map(fileOf),
        ...returned.filter(isStillBack).map((story) => ({
          ...of("rewrite", story),
          said: story.returned && { by: story.returned.by, words: story.returned.reason },
        })),
        ...mine.map((story) => of("write", story)),
        ...given.map((story) => ({ ...of("take", story), version: story.version })),
        ...waiting.map((story) => of("edit", story)),
        ...referred.map((story) => of("clear", story)),
        ...ready.map((story) => of("publish", story)),
      ],
      now,
    ),
  );
  return { actions: actions.slice(0, limit), isCut: actions.length > limit };
}

/** One that went to the readers without coming back to an editor waits for nobody. */
const isStillBack = ({ returned, publication }: DeskStoryRow): boolean =>
  publication.state === "unpublished" ||
  (publication.state === "live" && returned !== null && returned.at > publication.since);

function of(kind: NextActionKind, { id, headline, slugline, language, ...story }: DeskStoryRow): NextAction {
  const { dueAt, priority, changedAt: since } = story;
  return {
    kind,
    story: { id, headline, slugline, language },
    dueAt,
    isUrgent: priority === "urgent",
    since,
    said: null,
  };
}

const fileOf = ({ id, version, kind, brief, dueAt, givenAt, givenBy, story }: OwnAssignment): NextAction => ({
  kind: "file",
  story: { id: story.id, headline: story.headline, slugline: story.slugline, language: story.language },
  dueAt,
  isUrgent: story.priority === "urgent",
  since: givenAt,
  said: brief ? { by: givenBy, words: brief } : null,
  assignment: { id, version, what: kind },
});
