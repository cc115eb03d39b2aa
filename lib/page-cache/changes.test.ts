import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { aSite } from "./testing.ts";

const soon = <T>(look: () => T) => expect.poll(look, { timeout: 5_000 });
const story = (words: string, ...keys: string[]) => ({
  body: `<html><body>${words}</body></html>`,
  keys: [...keys, "site"],
});
const showing = (words: string) => ({ status: 200, body: `<html><body>${words}</body></html>` });
const missing = { status: 404, body: "", keys: ["address:/stories/a"] };

it("removes at once what was killed, and nothing else", async () => {
  const site = aSite();
  site.publish("/stories/a", story("killed", "story:1"));
  site.publish("/stories/b", story("other", "story:2"));
  await site.ask("/stories/a");
  await site.ask("/stories/b");
  site.hold("/stories/a");
  site.tell("once", "story:1", "front");
  const reader = site.ask("/stories/a");
  (await site.begun()).answer(missing);
  expect(await reader).toMatchObject({ status: 404 });
  await site.ask("/stories/b");
  expect(site.rendered()).toEqual(["/stories/a", "/stories/b", "/stories/a"]);
});

it("does not store a render that a kill overtook, nor hand it to anybody", async () => {
  const site = aSite();
  const early = site.ask("/stories/a");
  const render = await site.begun();
  site.tell("once", "story:1");
  const late = site.ask("/stories/a");
  render.answer(story("killed words", "story:1"));
  (await site.begun()).answer(missing);
  for (const answer of await Promise.all([early, late])) expect(answer).toMatchObject({ status: 404 });
  expect(site.pages.state.pages).toBe(1); // the page for missing ones
});

it("gives up on a page that is withdrawn again and again while it is rendered", async () => {
  const site = aSite();
  const reader = site.ask("/stories/a");
  for (let time = 0; time < 20; time++) {
    const render = await site.begun();
    site.tell("once", "story:1");
    render.answer(story("words", "story:1"));
  }
  expect(await reader).toMatchObject({ status: 503, headers: { "cache-control": "no-store", "retry-after": "5" } });
});

it("has a list ready while story after story that it does not show is taken down", async () => {
  const site = aSite();
  const reader = site.ask("/");
  const render = await site.begun();
  for (const id of [2, 3, 4, 5]) {
    site.tell("once", `story:${id}`);
    site.tell("soon", "front");
  }
  render.answer(story("one", "story:1", "front"));
  expect(await reader).toMatchObject(showing("one"));
});

it("hands out, but does not store, a render that an update overtook", async () => {
  const site = aSite();
  const reader = site.ask("/stories/a");
  const render = await site.begun();
  site.tell("soon", "story:1");
  render.answer(story("before", "story:1"));
  expect(await reader).toMatchObject(showing("before"));
  site.publish("/stories/a", story("after", "story:1"));
  expect(await site.ask("/stories/a")).toMatchObject(showing("after"));
});

it("stores a render that only another story's event overtook", async () => {
  const site = aSite();
  const reader = site.ask("/stories/a");
  const render = await site.begun();
  site.tell("once", "story:2");
  render.answer(story("words", "story:1"));
  await reader;
  await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(1);
});

it("makes a busy page anew at once when it changes, and serves the old one for that moment", async () => {
  const site = aSite();
  site.publish("/", story("before", "front"));
  await site.ask("/");
  site.hold("/");
  site.tell("soon", "front");
  const render = await site.begun();
  expect(await site.ask("/")).toMatchObject(showing("before"));
  render.answer(story("after", "front"));
  await nextTurn();
  await soon(() => site.ask("/")).toMatchObject(showing("after"));
  expect(site.rendered()).toEqual(["/", "/"]);
});

it("does not serve an outdated page for longer than that moment", async () => {
  const site = aSite();
  site.publish("/", story("before", "front"));
  await site.ask("/");
  site.hold("/");
  site.tell("soon", "front");
  const render = await site.begun();
  site.clock.now += 5_000;
  const reader = site.ask("/");
  render.answer(story("after", "front"));
  expect(await reader).toMatchObject(showing("after"));
});

it("makes a quiet page anew only when it is asked for, and its reader gets the new one", async () => {
  const site = aSite();
  site.publish("/stories/a", story("before", "story:1"));
  await site.ask("/stories/a");
  site.clock.now += 3_600_000;
  site.publish("/stories/a", story("after", "story:1"));
  site.tell("soon", "story:1");
  expect(site.rendered()).toHaveLength(1);
  expect(await site.ask("/stories/a")).toMatchObject(showing("after"));
});

it("renders once more when a change overtook the render of an earlier change", async () => {
  const site = aSite();
  site.publish("/", story("one", "front"));
  await site.ask("/");
  site.hold("/");
  site.tell("soon", "front");
  const render = await site.begun();
  site.tell("soon", "front");
  render.answer(story("two", "front"));
  (await site.begun()).answer(story("three", "front"));
  await soon(() => site.ask("/")).toMatchObject(showing("three"));
});

it("has at most two renders in the background, however many pages changed", async () => {
  const site = aSite();
  for (let i = 0; i < 20; i++) {
    site.publish(`/stories/${i}`, story("before", "tag:csto"));
    await site.ask(`/stories/${i}`);
    site.hold(`/stories/${i}`);
  }
  site.tell("soon", "tag:csto");
  await nextTurn();
  expect(site.rendered()).toHaveLength(22);
});

it("removes everything that shows a story whose embargo begins or ends, when that is announced", async () => {
  const site = aSite();
  const pages = ["/", "/stories/a", "/tags/csto"];
  for (const url of pages) {
    site.publish(url, story("with the story", "story:1"));
    await site.ask(url);
    site.publish(url, story("without", "front"));
  }
  site.clock.now += 24 * 3_600_000; // time alone changes nothing
  for (const url of pages) expect(await site.ask(url)).toMatchObject(showing("with the story"));
  site.tell("once", "story:1");
  for (const url of pages) expect(await site.ask(url)).toMatchObject(showing("without"));
});

it("serves a page of an older generation and makes it anew when it is asked for", async () => {
  const site = aSite();
  site.publish("/stories/a", story("old menu", "story:1"));
  site.publish("/stories/b", story("old menu", "story:2"));
  await site.ask("/stories/a");
  await site.ask("/stories/b");
  site.publish("/stories/a", story("new menu", "story:1"));
  site.tell("soon", "site");
  await nextTurn();
  expect(site.rendered()).toHaveLength(2); // nobody asked yet
  expect(await site.ask("/stories/a")).toMatchObject(showing("old menu"));
  await soon(() => site.ask("/stories/a")).toMatchObject(showing("new menu"));
  expect(site.rendered()).toEqual(["/stories/a", "/stories/b", "/stories/a"]);
});

it("does not take a page that was rendered across a change of generation for a new one", async () => {
  const site = aSite();
  const reader = site.ask("/stories/a");
  const render = await site.begun();
  site.tell("soon", "site");
  render.answer(story("old menu", "story:1"));
  await reader;
  site.publish("/stories/a", story("new menu", "story:1"));
  expect(await site.ask("/stories/a")).toMatchObject(showing("new menu"));
});

it("takes what stands on every page away at once when it must be", async () => {
  const site = aSite();
  site.publish("/stories/a", story("a false flash", "story:1"));
  await site.ask("/stories/a");
  site.publish("/stories/a", story("no flash", "story:1"));
  site.tell("once", "site");
  expect(await site.ask("/stories/a")).toMatchObject(showing("no flash"));
});

it("outdates data by its own keys, not by generation", async () => {
  const site = aSite({ everywhere: ["site", "rates"] });
  const rates = (value: number) => ({
    body: `{"usd":${value}}`,
    headers: { "content-type": "application/json" },
    keys: ["rates"],
  });
  site.publish("/api/rates", rates(1));
  await site.ask("/api/rates");
  site.publish("/api/rates", rates(2));
  site.tell("soon", "rates");
  await soon(() => site.ask("/api/rates")).toMatchObject({ body: '{"usd":2}' });
});
