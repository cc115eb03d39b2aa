import { expect, it } from "vitest";
import { aSite, story } from "./testing.ts";

it("never stores or passes on a cookie", async () => {
  const site = aSite();
  site.publish("/stories/a", { ...story("first"), headers: { "set-cookie": ["session=1"] } });
  for (let time = 0; time < 2; time++) {
    const answer = await site.ask("/stories/a");
    expect(answer).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    expect(answer).not.toHaveProperty(["headers", "set-cookie"]);
  }
  expect(site.rendered()).toHaveLength(2);
  expect(site.pages.state.pages).toBe(0);
});

it("stores nothing of what may say anything, not that it is missing either", async () => {
  const site = aSite();
  site.publish("/search?q=snow", story("found"));
  site.publish("/search?q=x", { ...story("none"), status: 404 });
  for (let time = 0; time < 2; time++) {
    expect(await site.ask("/search?q=snow")).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
    expect(await site.ask("/search?q=x")).toMatchObject({ status: 404 });
  }
  expect(site.rendered()).toHaveLength(4);
  expect(site.pages.state).toMatchObject({ pages: 1, missing: 0 }); // the page for what is missing
});

it("makes the other pages while more is searched for than it can answer", async () => {
  const site = aSite();
  const searches = Array.from({ length: 60 }, (_, n) => site.ask(`/search?q=${n}`));
  site.publish("/stories/a", story("in time"));
  expect(await site.ask("/stories/a")).toMatchObject({ status: 200 });
  const refused = await Promise.race(searches.toReversed());
  expect(refused).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
});

it("gives nobody a search that was made while what it found was taken down", async () => {
  const site = aSite();
  const asked = site.ask("/search?q=snow");
  const first = await site.begun();
  site.tell("once", "story:1");
  first.answer({ body: "<html><body>killed words</body></html>", keys: ["story:1"] });
  (await site.begun()).answer({ body: "<html><body>nothing</body></html>" });
  expect(await asked).toMatchObject({ body: "<html><body>nothing</body></html>" });
});

it.each([302, 307, 401, 403, 429])("does not store status %i", async (status) => {
  const site = aSite();
  site.publish("/stories/a", { ...story("x"), status });
  expect(await site.ask("/stories/a")).toMatchObject({ status, headers: { "cache-control": "no-store" } });
  await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(2);
});

it("stores a permanent redirect with what it depends on", async () => {
  const site = aSite();
  site.publish("/stories/old", {
    body: "<html></html>",
    status: 308,
    headers: { location: "/stories/new" },
    keys: ["story:1"],
  });
  expect(await site.ask("/stories/old")).toMatchObject({
    status: 308,
    headers: { location: "/stories/new" },
    body: "",
  });
  await site.ask("/stories/old");
  expect(site.rendered()).toHaveLength(1);
  site.publish("/stories/old", { body: "", status: 404 });
  site.tell("once", "story:1");
  expect(await site.ask("/stories/old")).toMatchObject({ status: 404 });
});

it("keeps briefly what depends on nothing, since no event will ever name it", async () => {
  const site = aSite();
  site.publish("/", { body: "<html><body>about</body></html>", keys: [] });
  await site.ask("/");
  await site.ask("/");
  expect(site.rendered()).toHaveLength(1);
  site.clock.now += 10_000;
  await site.ask("/");
  expect(site.rendered()).toHaveLength(2);
});

it("makes a page anew when its time is over, and keeps none longer outside than without a purge", async () => {
  const site = aSite({ purged: true });
  const until = site.clock.now + 60_000;
  site.publish("/", { ...story("of two days"), until });
  const first = await site.ask("/");
  expect(first === "not ours" || first.headers["cache-control"]).toBe(
    "public, max-age=0, s-maxage=30, must-revalidate",
  );
  site.publish("/", story("of today"));
  site.clock.now = until - 1;
  expect(await site.ask("/")).toMatchObject({ body: expect.stringContaining("two days") });
  site.clock.now = until;
  expect(await site.ask("/")).toMatchObject({ body: expect.stringContaining("today") });
});

it("stays within its bytes whatever is asked for", async () => {
  const site = aSite({ bytes: 300_000 });
  for (let i = 0; i < 100; i++) {
    site.publish(`/stories/${i}`, { body: `<html><body>${`${i} `.repeat(5_000)}</body></html>`, keys: [`story:${i}`] });
    await site.ask(`/stories/${i}`);
    expect(site.pages.state.bytes).toBeLessThanOrEqual(300_000);
  }
  expect(site.pages.state.pages).toBeGreaterThan(3);
});
