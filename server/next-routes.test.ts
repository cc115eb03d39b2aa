import { expect, it } from "vitest";
import { routesBeside } from "./next-routes.ts";

const isBeside = routesBeside({
  "/(site)/page": "/",
  "/(site)/stories/[slug]/page": "/stories/[slug]",
  "/(site)/[...unmatched]/page": "/[...unmatched]",
  "/(desk)/desk/page": "/desk",
  "/(desk)/desk/stories/[id]/preview/page": "/desk/stories/[id]/preview",
  "/(auth)/sign-in/page": "/sign-in",
  "/api/auth/[...nextauth]/route": "/api/auth/[...nextauth]",
  "/files/[[...path]]/route": "/files/[[...path]]",
  "/icon.svg/route": "/icon.svg",
  "/_not-found/page": "/_not-found",
});

it.each([
  ["/desk", true],
  ["/desk/stories/1/preview", true],
  ["/sign-in", true],
  ["/api/auth/callback/credentials", true],
  ["/files", true],
  ["/files/a/b", true],
  ["/icon.svg", true],
  ["/api/auth", false],
  ["/desk/nothing", false],
  ["/desk/stories/1", false],
  ["/", false],
  ["/stories/a", false],
  ["/_not-found", false],
  ["/wp-login.php", false],
])("%s is answered beside the site: %s", (path, answer) => {
  expect(isBeside(path)).toBe(answer);
});
