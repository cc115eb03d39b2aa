import { describe, expect, it } from "vitest";
import { publicationOf, reasonNotToPublish } from "./publication.ts";

const now = new Date("2026-11-24T12:00:00Z");
const fresh = {
  publication: "unpublished",
  publicationAt: null,
  withdrawnHow: null,
  withdrawnBecause: null,
  heldBecause: null,
  legalStatus: "notNeeded",
  spikedAt: null,
  embargoUntil: null,
} as const;

describe("what stands against publishing", () => {
  it.each([
    ["nothing", {}, null],
    ["a hold", { heldBecause: "lawyers call back" }, "on hold: lawyers call back"],
    ["an empty hold", { heldBecause: "" }, "on hold"],
    ["a word of the lawyers that is still out", { legalStatus: "required" as const }, "waits for legal"],
    ["a word of the lawyers that came", { legalStatus: "cleared" as const }, null],
    ["the trash", { spikedAt: now }, "in the trash"],
    [
      "a running embargo",
      { embargoUntil: new Date("2026-11-24T12:00:01Z") },
      "under embargo until 24 Nov 2026, 18:00 Bishkek · 12:00 UTC",
    ],
    ["an embargo that ends now", { embargoUntil: now }, null],
    ["a kill", { withdrawnHow: "killed" as const }, "killed"],
    ["a legal order", { withdrawnHow: "legal" as const }, "killed"],
    ["having been unpublished", { withdrawnHow: "unpublished" as const }, null],
  ])("%s", (_name, columns, words) => {
    const reason = reasonNotToPublish({ ...fresh, ...columns }, now, "Asia/Bishkek");
    if (words === null) expect(reason).toBeNull();
    else expect(reason).toContain(words);
  });
});

describe("the columns of publication", () => {
  it("read as one state", () => {
    expect(publicationOf(fresh)).toEqual({ state: "unpublished" });
    expect(publicationOf({ ...fresh, publication: "live", publicationAt: now })).toEqual({ state: "live", since: now });
    expect(
      publicationOf({
        ...fresh,
        publication: "withdrawn",
        publicationAt: now,
        withdrawnHow: "killed",
        withdrawnBecause: "false",
      }),
    ).toEqual({
      state: "withdrawn",
      at: now,
      how: "killed",
      reason: "false",
    });
  });
});
