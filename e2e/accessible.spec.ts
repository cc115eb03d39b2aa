import { expect, type Page, test } from "@playwright/test";
import { foundByAxe } from "./support/axe.ts";
import { signIn } from "./support/people.ts";
import { editor, newStory } from "./support/story.ts";

/** Both schemes and both widths, each once: colours do not depend on the width. */
const looks = [
  { colorScheme: "dark", width: 390 },
  { colorScheme: "light", width: 1280 },
] as const;

async function expectNothingFound(page: Page): Promise<void> {
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    const found = await foundByAxe(page, ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
    expect(found, `${new URL(page.url()).pathname} at ${width} px, ${colorScheme}`).toEqual([]);
  }
}

const readersPages = [
  ...["/", "/tags/csto", "/sections/security", "/authors/aizada-mambetova", "/nothing", "/corrections", "/sign-in"],
  ...["/search", "/search?q=csto+border", "/search?q=nothingatall"],
  "/stories/what-goes-into-a-forty-som-loaf",
  "/stories/why-a-full-reservoir-is-an-argument",
];
const deskPages = [
  "/desk",
  "/desk/stories",
  "/desk/pictures",
  "/desk/front",
  "/desk/board",
  "/desk/calendar",
  "/desk/budget",
  "/desk/bulk",
  "/desk/trash",
  "/desk/history",
  "/desk/people",
  "/desk/redirects",
  "/desk/rates",
  "/desk/sections",
  "/desk/house-style",
  "/desk/tags",
  "/desk/tags?show=near",
  "/desk/profiles",
  "/desk/settings",
  "/desk/settings/workflow",
  "/desk/account",
  "/desk/notifications",
];

test.describe("axe finds nothing", () => {
  for (const path of readersPages)
    test(`on ${path}`, async ({ page }) => {
      await page.goto(path);
      await expectNothingFound(page);
    });

  test("on a story", async ({ page }) => {
    await page.goto("/tags/tajik-afghan-border");
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/stories\//);
    await expectNothingFound(page);
  });

  test("at the desk", async ({ page }) => {
    test.slow();
    await signIn(page);
    for (const path of deskPages) {
      await page.goto(path);
      await expectNothingFound(page);
    }
    await page.goto("/desk/tags?q=csto");
    await page.getByRole("link", { name: "CSTO", exact: true }).click();
    await expect(page.getByLabel("Synonyms")).toBeVisible();
    await expectNothingFound(page);
  });

  test("in the editor", async ({ page }) => {
    await signIn(page);
    const id = await newStory(page);
    await expect(editor(page).text).toBeVisible();
    await expectNothingFound(page);
    await editor(page).text.click();
    await page.keyboard.type("Words");
    await page.keyboard.press("Control+Alt+m");
    await page.keyboard.type("Says who? @");
    await expect(page.getByRole("listbox", { name: "People" })).toBeVisible();
    await expectNothingFound(page);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("button", { name: "Reply" })).toBeVisible();
    await expectNothingFound(page);
    await editor(page).text.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("/");
    await expect(page.getByRole("listbox", { name: "Blocks" })).toBeVisible();
    await expectNothingFound(page);
    await page.keyboard.type("table\n");
    await expect(page.getByRole("toolbar", { name: "Table" })).toBeVisible();
    for (const head of ["Part", "Som", "Remark"]) {
      await page.keyboard.type(head);
      await page.keyboard.press("Tab");
    }
    await expectNothingFound(page);
    for (const side of ["preview", "history", "revisions", "who-wrote-what"]) {
      await page.goto(`/desk/stories/${id}/${side}`);
      await expectNothingFound(page);
    }
  });
});
