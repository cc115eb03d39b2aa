import { expect, test } from "@playwright/test";
import { colleague } from "../support/colleague.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

test("two people write one story at once, and see each other", async ({ page }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.retry}${Date.now() % 100_000}`;
  await signIn(page);
  const other = await colleague(page, mark);
  await page.goto("/desk");
  const id = await newStory(page);
  const [mine, theirs] = [editor(page), editor(other)];
  await mine.headline.pressSequentially(`Two hands ${mark}`);
  await mine.text.click();
  await page.keyboard.type("Mine, first. ");
  await other.goto(`/desk/stories/${id}`);
  await expect(theirs.text).toContainText("Mine, first.");
  await expect(page.getByText(`Also here: Nargiz ${mark}`)).toBeAttached();

  await theirs.text.click();
  await other.keyboard.press("Control+End");
  await other.keyboard.press("Enter");
  await other.keyboard.type("Theirs, second.");
  await expect(mine.text).toContainText("Theirs, second.");
  await expect(mine.text.locator(`[data-name="Nargiz ${mark}"]`)).toBeVisible();
  await page.keyboard.type("And mine again.");
  await expect(theirs.text).toContainText("Mine, first. And mine again.");
  await theirs.standfirst.click();
  await other.keyboard.type("A standfirst of theirs.");
  await expect(mine.standfirst).toHaveText("A standfirst of theirs.");
  await expect(mine.saved).toBeVisible();
  await expect(theirs.saved).toBeVisible();

  // Undo takes back one's own words, not the other's.
  await mine.text.click();
  await page.keyboard.press("Control+z");
  await expect(mine.text).not.toContainText("And mine again.");
  await expect(mine.text).toContainText("Theirs, second.");

  await other.close();
  await expect(page.getByText(/Also here/)).toHaveCount(0);
});

test("who is in a story stands on the list of stories", async ({ page, context }, testInfo) => {
  const headline = `Somebody is here ${testInfo.workerIndex}${testInfo.retry}`;
  await signIn(page);
  await newStory(page);
  await editor(page).headline.pressSequentially(headline);
  await expect(editor(page).saved).toBeVisible();
  const list = await context.newPage();
  const row = list.getByRole("row", { name: new RegExp(headline) });
  await expect(async () => {
    await list.goto("/desk/stories");
    await expect(row).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(row.getByText(/^Here: /)).toBeAttached();
  await page.close();
  await expect(row.getByText(/^Here: /)).toHaveCount(0, { timeout: 20_000 });
});

test("one's own two windows are one story, and what is open is what goes live", async ({ page, context }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.retry}`;
  await signIn(page);
  const id = await newStory(page);
  const { headline, text, section } = editor(page);
  await headline.pressSequentially(`Seen by both windows ${mark}`);
  await text.click();
  await page.keyboard.type("Written first.");
  await section.selectOption("Society");
  const window = await context.newPage();
  await window.goto(`/desk/stories/${id}`);
  await expect(window.getByText("Also here: You, in another window")).toBeAttached();
  await editor(window).text.click();
  await window.keyboard.press("Control+End");
  await window.keyboard.type(" Written second.");
  await expect(text).toContainText("Written first. Written second.");

  // An amount is bold as the words beside it are, in both windows, after a reload and for readers.
  await window.keyboard.type(" /money");
  await expect(window.getByRole("listbox", { name: "Blocks" })).toBeVisible();
  await window.keyboard.press("Enter");
  await window.getByRole("dialog").getByLabel("Amount").fill("40");
  await window.keyboard.press("Enter");
  await expect(text.locator("data")).toBeVisible();
  await text.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+b");
  await expect(editor(window).text.locator("strong data")).toBeVisible();
  await expect(editor(page).saved).toBeVisible();
  await window.reload();
  await expect(editor(window).text.locator("strong data")).toBeVisible();
  await publish(page);
  const public_ = await page.request.get(`/stories/seen-by-both-windows-${mark}`);
  expect(await public_.text()).toContain("Written first. Written second.");
  expect(await public_.text()).toMatch(/<strong>(?:(?!<\/strong>).)*<data value="40"/);
});

test("somebody who loses the right is shown out and keeps the words to copy", async ({ page }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.retry}${Date.now() % 100_000}`;
  await signIn(page);
  const other = await colleague(page, mark);
  await page.goto("/desk");
  const id = await newStory(page);
  await expect(editor(page).headline).toBeVisible();
  await other.goto(`/desk/stories/${id}`);
  await editor(other).text.click();
  await other.keyboard.type("Before it happened.");
  await expect(editor(page).text).toContainText("Before it happened.");
  await page.goto("/desk/people");
  await page.getByRole("button", { name: `Actions for Nargiz ${mark}` }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "You are signed out" })).toBeVisible();
  await expect(editor(other).text).toContainText("Before it happened.");
  await expect(other.getByRole("button", { name: "Copy my text" })).toBeVisible();
});
