import { expect, it } from "vitest";
import { returnPath } from "./return-path.ts";

it.each([
  ["/desk", "/desk"],
  ["/desk/stories?stage=edit&mine=1#top", "/desk/stories?stage=edit&mine=1#top"],
  ["/desk/stories?_rsc=1a2b", "/desk/stories"],
  ["/", "/"],
  ["/ru/stories/снег", "/ru/stories/%D1%81%D0%BD%D0%B5%D0%B3"],
])("goes back to %s", (wanted, path) => expect(returnPath(wanted)).toBe(path));

it.each([
  "https://evil.test/",
  "//evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  "/desk\\..\\..",
  "/.//evil.test",
  "/x/..//evil.test",
  "javascript:alert(1)",
  "desk",
  "",
  "/sign-in?next=/sign-in",
  "/set-password/abc",
  "/api/auth/signout",
  undefined,
  null,
  ["/desk/people", "/desk"],
])("goes to the desk instead of %j", (wanted) => expect(returnPath(wanted)).toBe("/desk"));
