import { describe, expect, it } from "vitest";
import { freeSlug, slugOf } from "./slug.ts";

describe("a slug", () => {
  it.each([
    ["CSTO arms for the Tajik-Afghan border", "csto-arms-for-the-tajik-afghan-border"],
    ["Тажик-ооган чек арасына курал", "tazhik-oogan-chek-arasyna-kural"],
    ["Жаңы өкмөт: үч күн", "zhangy-okmot-uch-kun"],
    ["Қазақстан әлемі", "qazaqstan-alemi"],
    ["Ҷумҳурии Тоҷикистон", "jumhurii-tojikiston"],
    ["Oʻzbekiston’s café — №1", "ozbekistons-cafe-1"],
  ])("of “%s” is %s", (headline, slug) => expect(slugOf(headline)).toBe(slug));

  it("is at most 80 characters and ends with a whole word", () => {
    const slug = slugOf("water ".repeat(40)) ?? "";
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/^(water-)*water$/);
    expect(slugOf("w".repeat(500))).toHaveLength(80);
  });
  it("is null where no letter remains", () => expect(slugOf("«…» 🙂 漢")).toBeNull());
  it("takes the next number when it is taken", () => {
    expect(freeSlug("water", (slug) => ["water", "water-2"].includes(slug))).toBe("water-3");
    expect(freeSlug("w".repeat(80), (slug) => slug.length === 80 && slug.endsWith("w"))).toHaveLength(80);
  });
});
