import { expect, type Page, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { admin, signIn } from "../support/people.ts";
import { editor, newStory, openFrontWith } from "../support/story.ts";

/** Tabs on until what has the focus is `name`; a person would, too. */
async function tabTo(
  page: Page,
  role: Parameters<Page["getByRole"]>[0],
  name: string | RegExp,
  backwards = false,
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === "string" }).first();
  for (let n = 0; n < 80; n++) {
    if (
      await wanted
        .evaluate((element) => element === document.activeElement, undefined, { timeout: 2_000 })
        .catch(() => false)
    )
      return;
    await page.keyboard.press(backwards ? "Shift+Tab" : "Tab");
  }
  throw new Error(`The keyboard never reached ${role} “${name}”.`);
}

test("the whole way by keyboard alone", async ({ page }, testInfo) => {
  const headline = `Night shift at the weather station ${testInfo.workerIndex}${testInfo.retry}`;
  await page.goto("/sign-in");
  await tabTo(page, "textbox", "Email");
  await page.keyboard.type(admin.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(admin.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();

  await page.keyboard.press("n");
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  const { headline: headlineField, standfirst, text, section, tags, saved } = editor(page);
  await expect(headlineField).toBeVisible();
  await tabTo(page, "textbox", "Headline");
  await page.keyboard.type(headline);
  await page.keyboard.press("Enter");
  await expect(standfirst).toBeFocused();
  await page.keyboard.type("One woman, nine instruments.");
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  await page.keyboard.type("The wind turned at three.\n## Nine instruments\nShe reads them **twice** each.");
  await expect(text.getByRole("heading", { name: "Nine instruments" })).toBeVisible();
  await expect(text.locator("strong", { hasText: "twice" })).toBeVisible();

  await tabTo(page, "combobox", "Section");
  await page.keyboard.type("Environment");
  await expect(section.locator("option:checked")).toHaveText("Environment");
  await tabTo(page, "combobox", "Tags");
  await page.keyboard.type("water");
  await expect(page.getByRole("option", { name: /^Water/i }).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Remove water/i })).toBeVisible();
  await expect(tags).toBeFocused();
  await page.keyboard.press("Control+s");
  await expect(saved).toBeVisible();

  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, "button", "Publish");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The story is live").first()).toBeVisible();

  await openFrontWith(page, headline);
  await tabTo(page, "link", headline);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: headline })).toBeVisible();
});

test("the question mark lists the desk's keys, in a story the editor's before them", async ({ page }) => {
  await signIn(page);
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const lists = dialog.getByRole("heading", { level: 3 });
  await page.keyboard.press("?");
  await expect(lists).toHaveText(["Everywhere", "In a list", "In a comparison"]);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await newStory(page);
  const { text, headline } = editor(page);
  const all = ["The story", "The text", "In a block", "As you type", "Everywhere", "In a list", "In a comparison"];
  const button = page.getByRole("button", { name: "Keyboard shortcuts" });
  await button.click();
  await expect(lists).toHaveText(all);
  await expect(lists.first()).toBeFocused();
  await expect(lists.first()).toBeInViewport();
  expect(await foundByAxe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.keyboard.press("?");
  await expect(lists).toHaveText(all);
  await page.keyboard.press("Escape");
  await text.click();
  await page.keyboard.type("Why?");
  await expect(text).toHaveText("Why?");
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press("Control+/");
  await expect(lists).toHaveText(all);
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  await expect(headline).toHaveText("");
});
