import { describe, expect, it } from "vitest";
import { mailAbout, type Told } from "./mail-words.ts";
import { type Occasion, occasionWords } from "./words.ts";

const occasion = (own: Partial<Occasion>): Occasion => ({
  kind: "mention",
  aboutId: null,
  cause: "mention:1",
  by: "Timur",
  ...own,
});

describe("what happened", () => {
  it.each<[Partial<Occasion>, string]>([
    [{ kind: "mention", aboutId: "t" }, "Timur mentioned you in a comment on"],
    [{ aboutId: "t", by: null, cause: "outside:1" }, "Somebody outside commented on"],
    [{ kind: "assignment", cause: "story.assigned:1" }, "Timur assigned you to"],
    [{ kind: "assignment", aboutId: "a", cause: "assignment.given:1" }, "Timur gave you an assignment for"],
    [{ kind: "assignment", aboutId: "a", cause: "assignment.changed:1" }, "Timur changed your assignment for"],
    [{ kind: "return", cause: "story.returned:1" }, "Timur returned to you"],
    [{ kind: "return", by: null }, "Somebody returned to you"],
    [{ kind: "return", cause: "desk:story.returned:1" }, "Timur returned to somebody who has left"],
    [{ kind: "overdue", by: null, cause: "desk:overdue:1" }, "Overdue, with somebody who has left:"],
    [{ kind: "plan", aboutId: "p", cause: "plan.cancelled:1" }, "Timur cancelled your plan for"],
    [{ kind: "trouble", by: null, cause: "plan.failed:1" }, "A plan could not be carried out for"],
    [{ kind: "trouble", by: null, cause: "plan.overdue:1" }, "A plan was not carried out on time for"],
    [{ kind: "trouble", by: null, cause: "proof.missing:live:1" }, "Readers do not see what was published of"],
    [{ kind: "trouble", by: null, cause: "proof.missing:gone:1" }, "Readers may still see what was taken down:"],
    [
      { kind: "trouble", by: null, cause: "proof.unlooked:live:1" },
      "Nobody has looked whether readers see what was published of",
    ],
    [
      { kind: "trouble", by: null, cause: "proof.unlooked:gone:1" },
      "Nobody has looked whether readers still see what was taken down:",
    ],
    [{ kind: "overdue", by: null }, "Overdue:"],
    [{ kind: "overdue", by: null, aboutId: "a" }, "Your assignment is overdue for"],
  ])("%j is said as “%s”", (own, words) => {
    expect(occasionWords(occasion(own))).toBe(words);
  });
});

const now = new Date("2026-11-25T10:00:00Z");
const sender = { newsroom: "The Paper", site: "https://paper.example" };
const told = (own: Partial<Occasion> = {}, story: Partial<Told["story"]> = {}): Told => ({
  ...occasion({ kind: "return", ...own }),
  story: {
    id: "s1",
    headline: "Snow closes the pass",
    slugline: null,
    confidential: false,
    embargoUntil: null,
    ...story,
  },
});

describe("a mail", () => {
  it("says what happened and where one goes from here", () => {
    const { subject, text } = mailAbout([told()], sender, now);
    expect(subject).toBe("Timur returned to you “Snow closes the pass”");
    expect(text).toContain("https://paper.example/desk/stories/s1\n");
    expect(text).toContain("https://paper.example/desk/notifications#choices");
  });

  it("leads to the thread of a mention", () => {
    const { text } = mailAbout([told({ kind: "mention", aboutId: "t1" })], sender, now);
    expect(text).toContain("https://paper.example/desk/stories/s1?thread=t1\n");
  });

  it("is one about several", () => {
    const { subject, text } = mailAbout([told(), told({ by: "Daria" }, { headline: "" })], sender, now);
    expect(subject).toBe("2 notifications from The Paper");
    expect(text).toContain("Timur returned to you “Snow closes the pass”\n");
    expect(text).toContain("Daria returned to you an untitled story\n");
  });

  it.each<[string, Partial<Told["story"]>]>([
    ["a confidential story", { confidential: true }],
    ["a confidential story", { confidential: true, embargoUntil: new Date("2026-11-26") }],
    ["a story under embargo", { embargoUntil: new Date("2026-11-26") }],
  ])("calls it %s and says no name: %j", (name, secret) => {
    const { subject, text } = mailAbout([told({}, { slugline: "pass-snow", ...secret })], sender, now);
    expect(subject).toBe(`Timur returned to you ${name}`);
    expect(subject + text).not.toMatch(/snow/i);
  });

  it("names a story whose embargo is over, by its slugline where it has no headline", () => {
    const over = { headline: " ", slugline: "pass-snow", embargoUntil: new Date("2026-11-25T10:00:00Z") };
    expect(mailAbout([told({}, over)], sender, now).subject).toBe("Timur returned to you “pass-snow”");
  });

  it("stays one line for a headline of several", () => {
    const { subject } = mailAbout([told({}, { headline: "Snow\r\nBcc: all@paper.example" })], sender, now);
    expect(subject).toBe("Timur returned to you “Snow Bcc: all@paper.example”");
  });
});
