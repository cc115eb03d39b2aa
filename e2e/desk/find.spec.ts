import { expect, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { paste } from "../support/clipboard.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

const body =
  "<p>Snow fell on Naryn. The sn<b>ow</b> lay on the roofs, and snowdrifts closed the pass.</p><p>More snow later.</p>";

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text } = editor(page);
  await headline.click();
  await page.keyboard.type("Snow in Naryn");
  await text.click();
  await paste(text, { html: body });
});

test("finds words across marks and fields, steps through them, and Escape goes to the match", async ({ page }) => {
  const { headline, text } = editor(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in the story" });
  const find = bar.getByRole("textbox", { name: "Find" });
  const count = bar.getByRole("status");
  await expect(find).toBeFocused();
  await page.keyboard.type("snow");
  await expect(count).toHaveText("2 of 5");
  await page.keyboard.press("Enter");
  await expect(count).toHaveText("3 of 5");
  await page.keyboard.press("F3");
  await expect(count).toHaveText("4 of 5");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+F3");
  await expect(count).toHaveText("2 of 5");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText("1 of 5");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText("5 of 5");

  await bar.getByRole("button", { name: "Whole word" }).click();
  await expect(count).toHaveText(/ of 4$/);
  await bar.getByRole("button", { name: "Match case" }).click();
  await expect(count).toHaveText(/ of 2$/);
  await find.fill("glacier");
  await expect(count).toHaveText("No matches");
  await find.fill("later");
  await expect(count).toHaveText("1 of 1");
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await expect(text).toBeFocused();
  await page.keyboard.type("soon");
  await expect(text).toContainText("More snow soon.");
  await expect(headline).toHaveText("Snow in Naryn");
});

test("replaces one, then all of them as one step", async ({ page }) => {
  const { headline, text } = editor(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+Alt+f");
  const bar = page.getByRole("search", { name: "Find in the story" });
  const count = bar.getByRole("status");
  await bar.getByRole("textbox", { name: "Find" }).fill("snow");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("rain");
  await expect(count).toHaveText("2 of 5");
  await bar.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(text).toContainText("rain fell on Naryn. The snow lay");
  await expect(count).toHaveText("2 of 4");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(count).toHaveText("No matches");
  await expect(headline).toHaveText("rain in Naryn");
  await expect(text).toContainText("The rain lay on the roofs, and raindrifts closed the pass.");
  await expect(page.getByText("Replaced 4 times").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(headline).toHaveText("Snow in Naryn");
  await expect(text).toContainText("rain fell on Naryn. The snow lay on the roofs, and snowdrifts closed the pass.");
  await expect(count).toHaveText("4 in all");
});

test("replaces while one suggests, once and not twice, and what waits for a decision is left to it", async ({
  page,
}) => {
  const { headline, text } = editor(page);
  await page.keyboard.press("Control+Alt+e");
  await page.keyboard.press("Control+Alt+f");
  const bar = page.getByRole("search", { name: "Find in the story" });
  await bar.getByRole("textbox", { name: "Find" }).fill("snow");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("rain");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(bar.getByRole("status")).toHaveText("No matches");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(headline.locator("del")).toHaveText("Snow");
  await expect(headline.locator("ins")).toHaveText("rain");
  await expect(text.locator("ins")).toHaveText(["rain", "rain", "rain", "rain"]);

  // A match of which a part is only proposed.
  await page.getByRole("button", { name: "Stop suggesting" }).click();
  await bar.getByRole("textbox", { name: "Find" }).fill("raindrifts");
  await bar.getByRole("textbox", { name: "Replace with" }).fill("sleet");
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(page.getByText("Decide on that first.").first()).toBeVisible();
  await expect(text.locator("ins")).toHaveText(["rain", "rain", "rain", "rain"]);
});

test("typing goes on while words are looked for", async ({ page }) => {
  const { text } = editor(page);
  await page.keyboard.press("Control+f");
  const bar = page.getByRole("search", { name: "Find in the story" });
  await page.keyboard.type("snow");
  await expect(bar.getByRole("status")).toHaveText(/ of 5$/);
  await text.getByText("More snow later.").click();
  await page.keyboard.press("End");
  await page.keyboard.type(" Snow, snow.");
  await expect(bar.getByRole("status")).toHaveText(/7( in all)?$/);
});

test("the bar fits a phone, and axe finds nothing in it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 780 });
  await page.keyboard.press("Control+Alt+f");
  const bar = page.getByRole("search", { name: "Find in the story" });
  for (const button of await bar.getByRole("button").all()) await expect(button).toBeInViewport({ ratio: 1 });
  const box = await bar.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  expect(await foundByAxe(page)).toEqual([]);
});
