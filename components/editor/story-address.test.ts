import { expect, it } from "vitest";
import { storyAddress } from "./story-address.ts";

const story = { slug: "01a2", slugChosen: false, language: "en", firstPublishedAt: null };

it.each([
  [story, "Снег закрыл перевал", "/stories/sneg-zakryl-pereval"],
  [story, "", "/stories/…"],
  [{ ...story, slug: "snow", slugChosen: true }, "Rain", "/stories/snow"],
  [{ ...story, slug: "snow", firstPublishedAt: new Date() }, "Rain", "/stories/snow"],
  [{ ...story, language: "ru" }, "Rain", "/ru/stories/rain"],
])("%j with “%s” is at %s", (given, headline, address) => expect(storyAddress(given, headline, "en")).toBe(address));
