import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { aSite } from "./testing.ts";

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 5_000 });
const HOUR = 3_600_000;
const page = (words: string, ...keys: string[]) => ({
  body: `<html><body>${words}</body></html>`,
  keys: [...keys, "site"],
});
const showing = (words: string) => ({ status: 200, body: `<html><body>${words}</body></html>` });
const away = new Error("the database is away");

async function aSiteWithStory(options: Parameters<typeof aSite>[0] = {}) {
  const site = aSite(options);
  site.publish("/stories/a", page("stored", "story:1"));
  await site.ask("/stories/a");
  site.hold("/stories/a");
  return site;
}

it("serves nothing as fresh before it knows where the events stand", async () => {
  const site = aSite();
  site.pages.lose();
  site.publish("/stories/a", page("first", "story:1"));
  await site.ask("/stories/a");
  site.publish("/stories/a", page("second", "story:1"));
  expect(await site.ask("/stories/a")).toMatchObject(showing("second"));
});

it("does not keep what was rendered before it knew", async () => {
  const site = aSite();
  site.pages.lose();
  const reader = site.ask("/stories/a");
  const render = await site.begun();
  site.pages.startFrom(7n);
  render.answer(page("perhaps old", "story:1"));
  (await site.begun()).answer(page("surely new", "story:1"));
  expect(await reader).toMatchObject(showing("surely new"));
});

it("renders anew while events may be missing, and says nothing wrong that it has stored", async () => {
  const site = await aSiteWithStory();
  site.pages.lose();
  const reader = site.ask("/stories/a");
  (await site.begun()).answer({ status: 404, body: "", keys: ["address:/stories/a"] });
  expect(await reader).toMatchObject({ status: 404 });
  // And it has learnt that: not even with the database away are the old words shown again.
  const later = site.ask("/stories/a");
  (await site.begun()).fail(away);
  expect(await later).toMatchObject({ status: 503 });
});

it("is fresh again only after the missed events were told", async () => {
  const site = await aSiteWithStory();
  site.pages.lose();
  site.tell("once", "story:1"); // caught up
  site.pages.regain();
  site.publish("/stories/a", page("new", "story:1"));
  expect(await site.ask("/stories/a")).toMatchObject(showing("new"));
});

it("serves what it has while the database is away, and no longer than it may", async () => {
  const site = await aSiteWithStory();
  site.clock.now += 100 * HOUR; // how old the page is does not matter
  site.pages.lose();
  const reader = site.ask("/stories/a");
  (await site.begun()).fail(away);
  expect(await reader).toMatchObject(showing("stored"));
  site.clock.now += 24 * HOUR;
  expect(await site.ask("/stories/a")).toMatchObject(showing("stored"));
  site.clock.now += 1;
  (await site.begun()).fail(away);
  await nextTurn();
  const last = site.ask("/stories/a");
  (await site.begun()).fail(away);
  expect(await last).toMatchObject({ status: 503, headers: { "retry-after": "5", "cache-control": "no-store" } });
});

it("serves what it has when the page answers 5xx", async () => {
  const site = await aSiteWithStory();
  site.pages.lose();
  const reader = site.ask("/stories/a");
  (await site.begun()).answer({ status: 500, body: "" });
  expect(await reader).toMatchObject(showing("stored"));
});

it("serves an outdated page when no new one can be made", async () => {
  const site = await aSiteWithStory();
  site.clock.now += HOUR;
  site.tell("soon", "story:1");
  site.clock.now += HOUR;
  const reader = site.ask("/stories/a");
  (await site.begun()).fail(away);
  expect(await reader).toMatchObject(showing("stored"));
});

it("does not let readers wait for a database that hangs", async () => {
  const site = await aSiteWithStory({ patience: 5 });
  site.pages.lose();
  expect(await site.ask("/stories/a")).toMatchObject(showing("stored"));
  const before = site.rendered().length;
  for (let i = 0; i < 100; i++) expect(await site.ask("/stories/a")).toMatchObject(showing("stored"));
  expect(site.rendered()).toHaveLength(before); // one is still trying
});

it("tries again, but not with every reader, and is well after the first success", async () => {
  const site = await aSiteWithStory({ patience: 5 });
  site.pages.lose();
  const reader = site.ask("/stories/a");
  (await site.begun()).fail(away);
  await reader;
  for (let i = 0; i < 50; i++) await site.ask("/stories/a");
  (await site.begun()).fail(away);
  await nextTurn();
  for (let i = 0; i < 50; i++) await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(3);
  site.clock.now += 500;
  await site.ask("/stories/a");
  (await site.begun()).answer(page("back", "story:1"));
  site.publish("/stories/a", page("back for good", "story:1"));
  await soon(() => site.ask("/stories/a")).toMatchObject(showing("back for good"));
});

it("does not stand in with what is withdrawn while a reader waits", async () => {
  const site = await aSiteWithStory({ patience: 20 });
  site.pages.lose();
  const reader = site.ask("/stories/a");
  const first = await site.begun();
  site.tell("once", "story:1");
  first.answer(page("stored", "story:1"));
  const second = await site.begun();
  setTimeout(() => second.answer({ status: 404, body: "" }), 40);
  expect(await reader).toMatchObject({ status: 404 });
});

it("never serves again what was killed, even with the database away", async () => {
  const site = await aSiteWithStory();
  site.tell("once", "story:1");
  site.pages.lose();
  const reader = site.ask("/stories/a");
  (await site.begun()).fail(away);
  expect(await reader).toMatchObject({ status: 503 });
});

it("says 500 for a broken page while the database is there, and does not log each time", async () => {
  const site = aSite();
  site.publish("/stories/a", { status: 500, body: '<html id="__next_error__"></html>' });
  for (let i = 0; i < 10; i++) {
    const answer = await site.ask("/stories/a");
    expect(answer).toMatchObject({ status: 500, headers: { "cache-control": "no-store" } });
    expect(answer).toHaveProperty("body", expect.stringContaining("<h1>This page cannot be shown at the moment</h1>"));
  }
  expect(site.complaints).toEqual(["A page for readers could not be rendered."]);
});

it("has a plain page for missing ones when the designed one cannot be made", async () => {
  const site = aSite();
  site.publish("/_not-found", { status: 500, body: "" });
  expect(await site.ask("/nowhere")).toMatchObject({ status: 404, headers: { "cache-control": "no-store" } });
});
