import { describe, expect, it } from "vitest";
import { aSite, story } from "./testing.ts";

it("shows the designed page where the framework's answer for a missing one is empty", async () => {
  const site = aSite();
  site.publish("/stories/a", { status: 404, body: '<html id="__next_error__"></html>', keys: ["address:/stories/a"] });
  const missing = { status: 404, body: "<html><body>Designed not found</body></html>" };
  expect(await site.ask("/stories/a")).toMatchObject(missing);
  expect(await site.ask("/stories/a")).toMatchObject(missing);
  expect(await site.ask("/no/such/page")).toMatchObject(missing);
  expect(await site.ask(`/stories/${"a".repeat(200)}`)).toMatchObject(missing);
  expect(site.rendered()).toEqual(["/stories/a"]);
});

it("forgets after ten seconds, or when something is published, that a page is missing", async () => {
  const site = aSite();
  site.publish("/stories/a", { status: 404, body: "", keys: ["address:/stories/a"] });
  await site.ask("/stories/a");
  site.clock.now += 9_999;
  await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(1);
  site.clock.now += 1;
  await site.ask("/stories/a");
  expect(site.rendered()).toHaveLength(2);
  site.publish("/stories/a", story("now there"));
  site.tell("soon", "address:/stories/a");
  expect(await site.ask("/stories/a")).toMatchObject({ status: 200 });
});

it("does not let requests for what does not exist push out pages", async () => {
  const site = aSite({ bytes: 100_000 });
  site.publish("/", story("front"));
  await site.ask("/");
  for (let i = 0; i < 200; i++) {
    site.publish(`/stories/no-${i}`, { status: 404, body: "" });
    await site.ask(`/stories/no-${i}`);
  }
  const before = site.rendered().length;
  await site.ask("/");
  expect(site.rendered()).toHaveLength(before);
  expect(site.pages.state).toMatchObject({ pages: 2, missing: 200 });
});

it.each([410, 451] as const)(
  "answers %i with the designed page for what was withdrawn, and none of its words",
  async (gone) => {
    const site = aSite();
    site.publish("/stories/a", { ...story("the killed words"), gone });
    expect(await site.ask("/stories/a")).toMatchObject({
      status: gone,
      body: "<html><body>Designed withdrawn</body></html>",
    });
    expect(await site.ask("/stories/a")).toMatchObject({ status: gone });
    expect(site.rendered()).toEqual(["/stories/a"]);
  },
);

it("has no page of its own where the stand-ins live", async () => {
  const site = aSite();
  expect(await site.ask("/withdrawn")).toMatchObject({
    status: 404,
    body: "<html><body>Designed not found</body></html>",
  });
  expect(await site.ask("/_not-found")).toMatchObject({ status: 404 });
});

describe("a path at which nothing is", () => {
  const leading = () =>
    aSite({ leadsTo: async (path) => (path.startsWith("/tags/") || path === "/old.html" ? "/new" : null) });

  it("leads elsewhere if it should, for GET and HEAD, without what stands behind the question mark", async () => {
    const site = leading();
    for (const method of ["GET", "HEAD"])
      expect(await site.ask("/old.html?x=1", { method })).toMatchObject({ status: 308, headers: { location: "/new" } });
    expect(await site.ask("/old.html", { method: "POST" })).toMatchObject({ status: 404 });
    expect(await site.ask("/other.html")).toMatchObject({ status: 404, body: expect.stringContaining("Designed") });
  });

  it("is asked about only after the page itself: no redirect hides a page", async () => {
    const site = leading();
    site.publish("/tags/there", { body: "<html><body>there</body></html>" });
    site.publish("/tags/missing", { status: 404, body: "" });
    expect(await site.ask("/tags/there")).toMatchObject({ status: 200 });
    for (let n = 0; n < 2; n++)
      expect(await site.ask("/tags/missing")).toMatchObject({ status: 308, headers: { location: "/new" } });
  });

  it("is a 404 while nobody can say where it leads", async () => {
    const site = aSite({ leadsTo: () => Promise.reject(new Error("away")) });
    expect(await site.ask("/old.html")).toMatchObject({ status: 404 });
    expect(site.complaints).toHaveLength(1);
  });
});

it("keeps an answer that leads elsewhere until an event, with none of the page's words", async () => {
  const site = aSite();
  site.publish("/stories/old", { status: 404, moved: "/stories/new", body: "words", keys: ["story:1"] });
  for (let n = 0; n < 2; n++)
    expect(await site.ask("/stories/old")).toMatchObject({
      status: 308,
      headers: { location: "/stories/new" },
      body: "",
    });
  expect(site.rendered()).toHaveLength(1);
  site.publish("/stories/old", { body: "<html><body>back</body></html>", keys: ["story:1"] });
  site.tell("once", "story:1");
  expect(await site.ask("/stories/old")).toMatchObject({ status: 200 });
});
