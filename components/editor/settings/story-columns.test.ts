import { describe, expect, it } from "vitest";
import type { Answer, Refusal, RefusalKind } from "#newsroom/kernel/answer";
import type { ColumnChanges, EditedStory } from "../edited-story.ts";
import { handClock } from "../testing.ts";
import { storyColumns } from "./story-columns.ts";

const aStory: EditedStory = {
  id: "s",
  version: 1,
  headline: "Snow",
  wordCount: 1,
  slug: "snow",
  slugChosen: false,
  slugline: null,
  brief: null,
  language: "en",
  stage: { key: "draft", name: "Draft", meaning: "writing" },
  assignee: null,
  priority: "normal",
  dueAt: null,
  desk: null,
  legal: { status: "notNeeded", by: null, at: null },
  held: null,
  returned: null,
  circle: [],
  sectionId: null,
  dateline: null,
  leadImage: null,
  tags: [],
  byline: [],
  confidential: false,
  publication: { state: "unpublished" },
  hasUnpublishedChanges: false,
  plan: null,
  correction: null,
  planIsPublic: null,
  goingLive: null,
  withdrawal: null,
  proof: null,
  embargoUntil: null,
  heldBecause: null,
  publishedAt: null,
  firstPublishedAt: null,
  changedAt: new Date("2026-11-23T12:00:00Z"),
  takenDown: null,
  can: {
    read: true,
    write: true,
    comment: true,
    take: true,
    submit: true,
    move: false,
    return: false,
    direct: false,
    refer: true,
    clear: false,
    hold: false,
    confide: true,
    publish: true,
    plan: true,
    unpublish: true,
    kill: false,
    embargo: false,
    share: true,
    correct: true,
    retract: false,
    readdress: true,
    spike: true,
  },
};

const refusal = (fault: RefusalKind, path = "", message = `It is ${fault}.`): Refusal => ({
  ok: false,
  fault,
  message,
  issues: [{ path, message }],
  detail: {},
  requestId: "r",
});

/** A newsroom with one story, by the rules of the real one for versions. */
function aDesk() {
  const clock = handClock();
  const server: { story: EditedStory; signedIn: "them" | "another" | "silent" } = { story: aStory, signedIn: "them" };
  const scripted: (Refusal | "lost")[] = [];
  const sent: { version: number; changes: ColumnChanges }[] = [];
  const columns = storyColumns({
    story: aStory,
    clock,
    isTheirs: async () => (server.signedIn === "silent" ? null : server.signedIn === "them"),
    read: async () => ({ ok: true, value: server.story }),
    async change({ version, changes }): Promise<Answer<{ version: number; slug: string }>> {
      sent.push({ version, changes });
      const answer = scripted.shift();
      if (answer === "lost") throw new TypeError("Failed to fetch");
      if (answer) return answer;
      if (version !== server.story.version) return refusal("conflict");
      const { tagIds: _tags, byline: _byline, leadImage: _lead, ...plain } = changes;
      server.story = { ...server.story, ...plain, version: version + 1 };
      return { ok: true, value: { version: version + 1, slug: server.story.slug } };
    },
  });
  const byAnother = (more: Partial<EditedStory>) => {
    server.story = { ...server.story, ...more, version: server.story.version + 1 };
  };
  return { clock, server, scripted, sent, columns, byAnother };
}

describe("what is beside the text", () => {
  it("shows a change at once and sends it, each on the version before", async () => {
    const { columns, sent, server } = aDesk();
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    columns.change({ sectionId: "x" }, { sectionId: "x" });
    expect(columns.state().story).toMatchObject({ dateline: "OSH", sectionId: "x" });
    expect(columns.state().pending).toBe(2);
    expect(await columns.settled()).toBe(true);
    expect(sent.map(({ version }) => version)).toEqual([1, 2]);
    expect(server.story).toMatchObject({ dateline: "OSH", sectionId: "x", version: 3 });
    expect(columns.state()).toMatchObject({ pending: 0, story: { version: 3 }, notice: null });
  });

  it("shows a refusal at its place and goes on with the rest", async () => {
    const { columns, scripted, server } = aDesk();
    scripted.push(refusal("invalid", "changes.slug", "Another story has this address."));
    columns.change({ slug: "rain" }, { slug: "rain" });
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    expect(await columns.settled()).toBe(true);
    expect(columns.state().issues).toEqual({ slug: "Another story has this address." });
    expect(server.story.dateline).toBe("OSH");
    columns.change({ slug: "sleet" }, { slug: "sleet" });
    await columns.settled();
    expect(columns.state().issues).toEqual({});
  });

  it("goes on top of what somebody else changed elsewhere, without a word", async () => {
    const { columns, byAnother, server } = aDesk();
    byAnother({ sectionId: "politics" });
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    expect(await columns.settled()).toBe(true);
    expect(server.story).toMatchObject({ sectionId: "politics", dateline: "OSH" });
    expect(columns.state()).toMatchObject({
      notice: null,
      story: { sectionId: "politics", dateline: "OSH", version: 3 },
    });
  });

  it("shows the newest, and says so, when somebody else changed the same", async () => {
    const { columns, byAnother, server } = aDesk();
    byAnother({ dateline: "NARYN" });
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    await columns.settled();
    expect(columns.state().story.dateline).toBe("NARYN");
    expect(columns.state().notice).toContain("Here is the newest");
    expect(server.story.dateline).toBe("NARYN");
    columns.dismissNotice();
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    await columns.settled();
    expect(server.story.dateline).toBe("OSH");
  });

  it("keeps a change while nothing answers and sends it again", async () => {
    const { clock, columns, scripted, server } = aDesk();
    scripted.push("lost", refusal("unauthenticated"), refusal("unavailable"));
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    expect(await columns.settled()).toBe(false);
    expect(columns.state()).toMatchObject({ stuck: "unreachable", pending: 1, story: { dateline: "OSH" } });
    columns.wake();
    await clock.settled();
    expect(columns.state().stuck).toBe("signedOut");
    await clock.advance(5_000);
    expect(columns.state().stuck).toBe("unreachable");
    await clock.advance(5_000);
    expect(columns.state()).toMatchObject({ stuck: null, pending: 0 });
    expect(server.story.dateline).toBe("OSH");
  });

  it("sends what waited in the name of whoever wrote it alone", async () => {
    const { clock, columns, scripted, sent, server } = aDesk();
    scripted.push("lost");
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    await columns.settled();
    server.signedIn = "another";
    await clock.advance(5_000);
    expect(columns.state()).toMatchObject({ stuck: "otherPerson", pending: 1, story: { dateline: "OSH" } });
    server.signedIn = "silent";
    await clock.advance(5_000);
    expect(columns.state()).toMatchObject({ stuck: "unreachable", pending: 1 });
    expect(sent).toHaveLength(1);
    server.signedIn = "them";
    await clock.advance(5_000);
    expect(columns.state()).toMatchObject({ stuck: null, pending: 0 });
    expect(server.story.dateline).toBe("OSH");
  });

  it("does not ask for ever when the newsroom says conflict without a newer version", async () => {
    const { columns, scripted, sent } = aDesk();
    scripted.push(refusal("conflict"), refusal("conflict"));
    columns.change({ dateline: "OSH" }, { dateline: "OSH" });
    await columns.settled();
    expect(sent.length).toBe(1);
    expect(columns.state()).toMatchObject({ pending: 0, issues: { dateline: "It is conflict." } });
  });

  it("keeps what became known here while the story was read, until it is read again", async () => {
    const { columns } = aDesk();
    const reading = columns.refresh();
    columns.patch({ hasUnpublishedChanges: true });
    await reading;
    expect(columns.state().story.hasUnpublishedChanges).toBe(true);
    await columns.refresh();
    expect(columns.state().story.hasUnpublishedChanges).toBe(false);
  });
});
