import { expect, it } from "vitest";
import { canonicalPath, placesOf } from "./addresses.ts";

const slug = (segment: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(segment);
const page = { fits: (value: string) => /^[1-9]\d{0,3}$/.test(value), standard: "1" };
const placeOf = placesOf({
  pages: [
    { path: "/" },
    { path: "/items/:slug", parameters: { slug } },
    { path: "/lists/:slug", parameters: { slug }, query: { page } },
    { path: "/api/prices", kind: "data" },
    { path: "/:language/items/:slug", parameters: { language: (segment) => segment === "ky", slug } },
  ],
  hidden: ["/gone"],
  answersElsewhere: (path) =>
    path === "/admin" || path.startsWith("/_next/") || path === "/gone" || path === "/admin/items/a",
});

it.each([
  ["/", "/"],
  ["/?utm_source=x", "/"],
  ["/items/a-b", "/items/a-b"],
  ["/items/a-b?page=2&x=1", "/items/a-b"],
  ["/items/a-b?", "/items/a-b"],
  ["/lists/a?page=2", "/lists/a?page=2"],
  ["/lists/a?x=1&page=2&y", "/lists/a?page=2"],
  ["/lists/a?page=%32", "/lists/a?page=2"],
  ["/lists/a?page=1", "/lists/a"],
  ["/lists/a?Page=2", "/lists/a"],
  ["/items/a#part", "/items/a"],
  ["http://elsewhere.example/items/a?x", "/items/a"],
  ["http://elsewhere.example", "/"],
])("%s is the page %s", (url, key) => {
  expect(placeOf(url)).toEqual({ is: "page", address: { key, url: key, kind: "document" } });
});

it("leaves to others what only looks like a page of ours", () => {
  expect(placeOf("/admin/items/a")).toEqual({ is: "elsewhere" });
  expect(placeOf("/ky/items/a")).toMatchObject({ is: "page" });
  expect(placeOf("/kz/items/a")).toEqual({ is: "missing" });
});

it("says which pages are data", () => {
  expect(placeOf("/api/prices")).toEqual({
    is: "page",
    address: { key: "/api/prices", url: "/api/prices", kind: "data" },
  });
});

it.each([
  ["/items/a/", "/items/a"],
  ["//items//a", "/items/a"],
  ["///", "/"],
  ["/items/%61", "/items/a"],
  ["/x/../items/a", "/items/a"],
  ["/x/%2e%2E/items/a", "/items/a"],
  ["/./items/./a?x=1", "/items/a?x=1"],
  ["/items\\a", "/items/a"],
  ["/\\items/a", "/items/a"],
  ["/admin/", "/admin"],
  ["/admin/../items/a", "/items/a"],
  ["//admin?x=//evil.example", "/admin?x=//evil.example"],
])("%s is sent to %s", (url, to) => {
  expect(placeOf(url)).toEqual({ is: "misspelt", to });
});

it.each(["//evil.example", "/\\evil.example", "/%5cevil.example", "///evil.example/.."])(
  "never sends %s to another host",
  (url) => {
    const place = placeOf(url);
    if (place.is === "misspelt") expect(place.to).toMatch(/^\/(?![/\\])/);
  },
);

it.each([
  "/items/A",
  "/items/a.rsc",
  "/items/a;b",
  "/items/a%2Fb",
  "/items/a%00b",
  "/items/%E0%A4%A",
  "/items/%",
  `/items/${"a".repeat(3_000)}`,
  "/items/a/b",
  "/nothing",
  "/index.rsc",
  "/_not-found",
  "/gone",
  "/lists/a?page=0",
  "/lists/a?page=02",
  "/lists/a?page=-1",
  "/lists/a?page=2&page=3",
  "/lists/a?page=",
  "/lists/a?page=99999999999999999999",
  "*",
  "/items/\u00d2\u00b3",
])("%s is nowhere", (url) => {
  expect(placeOf(url)).toEqual({ is: "missing" });
});

it.each(["/items/a?_rsc=1x", "/items/a?x=1&_rsc", "/?_rsc=", "/nothing?_rsc=1"])(
  "%s asks for a page in pieces",
  (url) => {
    expect(placeOf(url)).toEqual({ is: "in pieces" });
  },
);

it.each(["/admin", "/admin?_rsc=1", "/_next/static/a.js"])("%s is not ours", (url) => {
  expect(placeOf(url)).toEqual({ is: "elsewhere" });
});

it("gives endless spellings of unknown parameters one key", () => {
  const keys = new Set<string>();
  for (let i = 0; i < 1_000; i++) {
    const place = placeOf(`/lists/a?page=3&utm=${i}&${i}=x`);
    if (place.is === "page") keys.add(place.address.key);
  }
  expect([...keys]).toEqual(["/lists/a?page=3"]);
});

it("comes to rest: the canonical spelling is its own", () => {
  for (const written of ["/a/%c3%a9/b", "/%41//b/../c%20d", "/\u00c3\u00a9", "/a%2fb", "/[x]"]) {
    const once = canonicalPath(written);
    expect(once && canonicalPath(once)).toBe(once);
  }
});
