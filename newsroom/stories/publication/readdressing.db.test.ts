import { beforeAll, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { recordingDependencies } from "#lib/page-cache/dependencies";
import type { StaffActor } from "../../kernel/actor.ts";
import { changeStory } from "../commands/change-story.ts";
import { killStory } from "../commands/kill-story.ts";
import { planPublication } from "../commands/plan-publication.ts";
import { readdressStory } from "../commands/readdress-story.ts";
import { retractStory } from "../commands/retract-story.ts";
import { setEmbargo } from "../commands/set-embargo.ts";
import { unpublishStory } from "../commands/unpublish-story.ts";
import { announceLapses } from "../jobs.ts";
import { publishedStory, storyAtAddress } from "../published.ts";
import { deskStory } from "../queries.ts";
import { aNewsroom, aPerson, aStory, typed } from "../testing.ts";
import { carryOutDuePlans } from "./due-plans.ts";
import { type Live, liveStory } from "./testing.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

describe("changing the address of a published story", () => {
  const moved = async (live: Live, slug: string): Promise<Live> => {
    const { version } = await readdressStory(editor, { storyId: live.storyId, version: live.version, slug });
    return { ...live, version, slug };
  };
  const at = async (slug: string) => {
    const { result, moved, gone } = await recordingDependencies(() => storyAtAddress(slug));
    return result?.state ?? moved ?? gone;
  };

  it("takes effect for readers at once, and nothing else goes out with it", async () => {
    const live = await liveStory({ headline: "First address" });
    await typed(live.storyId, "Not yet for readers.");
    await moved(live, "second-address");
    expect([await at("first-address"), await at("second-address")]).toEqual(["/stories/second-address", "live"]);
    expect(JSON.stringify(await publishedStory("second-address"))).not.toContain("Not yet");
  });

  it("does not make the story one with unpublished changes", async () => {
    const live = await moved(await liveStory({ headline: "Nothing unpublished" }), "still-nothing-unpublished");
    expect((await deskStory(editor, live.storyId)).hasUnpublishedChanges).toBe(false);
  });

  it("leads from each old address straight to the newest, and back at an old one not in a circle", async () => {
    let live = await liveStory({ headline: "Chain a" });
    live = await moved(live, "chain-b");
    live = await moved(live, "chain-c");
    expect([await at("chain-a"), await at("chain-b"), await at("chain-c")]).toEqual([
      "/stories/chain-c",
      "/stories/chain-c",
      "live",
    ]);
    await moved(live, "chain-a");
    expect([await at("chain-a"), await at("chain-b"), await at("chain-c")]).toEqual([
      "live",
      "/stories/chain-a",
      "/stories/chain-a",
    ]);
  });

  it("is kept by a planned update that was cut before, and by the end of an embargo", async () => {
    const live = await liveStory({ headline: "Planned before" });
    const { storyId } = live;
    const due = new Date(Date.now() + 60_000);
    const plan = { storyId, version: live.version, seq: 0, at: due.toISOString(), zone: "UTC" };
    const { version } = await planPublication(editor, plan);
    const renamed = await moved({ ...live, version }, "planned-after");
    expect(await carryOutDuePlans(due)).toBe(1);
    expect([await at("planned-before"), await at("planned-after")]).toEqual(["/stories/planned-after", "live"]);
    const until = new Date(Date.now() + 3_600_000);
    await setEmbargo(editor, { storyId, version: renamed.version + 1, until: until.toISOString() });
    expect([await at("planned-before"), await at("planned-after")]).toEqual([null, null]);
    await moved({ ...renamed, version: renamed.version + 2 }, "planned-last");
    expect([await at("planned-after"), await at("planned-last")]).toEqual([null, null]);
    await announceLapses(until);
    expect([await at("planned-after"), await at("planned-last")]).toEqual(["/stories/planned-last", "live"]);
  });

  it("never gives an old address to another story, by hand or by headline", async () => {
    await moved(await liveStory({ headline: "Once mine" }), "now-mine");
    const other = await liveStory({ headline: "Once mine" });
    expect(other.slug).toBe("once-mine-2");
    const refused = { fault: "invalid", issues: [{ path: "slug" }] };
    await expect(moved(other, "once-mine")).rejects.toMatchObject(refused);
    const draft = await aStory();
    await expect(
      changeStory(editor, { storyId: draft.storyId, version: 1, changes: { slug: "once-mine" } }),
    ).rejects.toMatchObject(refused);
  });

  it("leads nowhere from a story that is not live, says 410 everywhere of a killed one, shows the notice everywhere", async () => {
    const unpublished = await moved(await liveStory({ headline: "Leads nowhere a" }), "leads-nowhere-b");
    await unpublishStory(editor, { storyId: unpublished.storyId, version: unpublished.version });
    expect([await at("leads-nowhere-a"), await at("leads-nowhere-b")]).toEqual([null, null]);
    const killed = await moved(await liveStory({ headline: "Killed a" }), "killed-b");
    await killStory(editor, { storyId: killed.storyId, version: killed.version, reason: "False." });
    expect([await at("killed-a"), await at("killed-b")]).toEqual([410, 410]);
    expect(
      (await deskStory(editor, killed.storyId)).takenDown?.goneFrom.slice(0, 2).map(({ address }) => address),
    ).toEqual(["/stories/killed-b", "/stories/killed-a"]);
    const retracted = await moved(await liveStory({ headline: "Retracted a" }), "retracted-b");
    await retractStory(editor, { storyId: retracted.storyId, version: retracted.version, notice: "Why." });
    expect([await at("retracted-a"), await at("retracted-b")]).toEqual(["retracted", "retracted"]);
  });

  it("of a draft leaves nothing", async () => {
    const { storyId } = await aStory({ slug: "draft-a" });
    await changeStory(editor, { storyId, version: 1, changes: { slug: "draft-b" } });
    expect(await deskDb().formerAddress.count({ where: { storyId } })).toBe(0);
    expect((await liveStory({ slug: "draft-a" })).slug).toBe("draft-a");
  });

  it("is refused for drafts, killed and retracted ones, to strangers, on older versions, and to where it is", async () => {
    const draft = await aStory();
    const readdress = (who: StaffActor, storyId: string, version: number, slug = "elsewhere") =>
      readdressStory(who, { storyId, version, slug });
    await expect(readdress(editor, draft.storyId, 1)).rejects.toMatchObject({ fault: "conflict" });
    const { storyId, version, slug } = await liveStory();
    await expect(readdress(editor, storyId, version, slug)).rejects.toMatchObject({ fault: "invalid" });
    await expect(readdress(editor, storyId, version, "Not a slug")).rejects.toMatchObject({ fault: "invalid" });
    await expect(readdress(editor, storyId, version - 1)).rejects.toMatchObject({ fault: "conflict" });
    await expect(readdress(await aPerson("author"), storyId, version)).rejects.toMatchObject({ fault: "forbidden" });
    await retractStory(editor, { storyId, version, notice: "Why." });
    await expect(readdress(editor, storyId, version + 1)).rejects.toMatchObject({ fault: "conflict" });
    await killStory(editor, { storyId, version: version + 1, reason: "False." });
    await expect(readdress(editor, storyId, version + 2)).rejects.toMatchObject({ fault: "conflict" });
  });

  it("two at once to one address: one gets it", async () => {
    const stories = [await liveStory({ headline: "Race one" }), await liveStory({ headline: "Race two" })];
    const answers = await Promise.allSettled(stories.map((live) => moved(live, "the-same-goal")));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { fault: "invalid" } });
  });
});
