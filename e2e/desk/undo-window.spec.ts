import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { startProgram } from "../support/program-of-its-own.ts";
import { editor, newStory } from "../support/story.ts";

test("Publish counts down and can be taken back by key; it survives a closed tab and is proved to be live, and gone", async ({
  browser,
}) => {
  test.slow(); // a program is started for this test alone: the others publish without a window
  const program = await startProgram({ NEWSROOM_UNDO_SECONDS: "6" });
  try {
    const context = await browser.newContext({ baseURL: program.url });
    const page = await context.newPage();
    await signIn(page);
    const id = await newStory(page);
    const { headline, text, section, saved } = editor(page);
    await headline.fill("The ferry waits for nobody");
    await text.click();
    await page.keyboard.type("It left at noon.");
    await section.selectOption("Security");
    await expect(saved).toBeVisible();

    const address = "/stories/the-ferry-waits-for-nobody";
    const status = async () => (await context.request.get(address)).status();
    const publish = async () => {
      await page.getByRole("button", { name: "Publish…" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
      await expect(page.getByRole("timer")).toHaveText(/^Goes live in \d s$/);
    };
    const other = await context.newPage();
    await other.goto(`/desk/stories/${id}`);
    await expect(editor(other).headline).toHaveText("The ferry waits for nobody");

    // Taken back by key, seen in the other window too.
    await publish();
    await expect(other.getByRole("timer")).toBeVisible();
    await page.getByRole("link", { name: "Preview" }).focus();
    await expect(async () => {
      await page.keyboard.press("Shift+Tab");
      await expect(page.getByRole("button", { name: "Undo publishing" })).toBeFocused({ timeout: 100 });
    }).toPass();
    await page.keyboard.press("Enter");
    await expect(page.getByText("Taken back: readers did not get it").first()).toBeVisible();
    await expect(page.getByRole("timer")).toHaveCount(0);
    await expect(other.getByRole("timer")).toHaveCount(0);
    expect(await status()).toBe(404);

    // The publisher's tab is closed: it goes live all the same, and the other window sees the proof.
    await publish();
    await page.close();
    expect(await status()).toBe(404);
    await expect(other.getByText(/^Live on 1 of 1 instance, \d\d:\d\d:\d\d$/)).toBeVisible({ timeout: 30_000 });
    expect(await status()).toBe(200);

    // A correction counts down too; taken back, its note is there for the next time.
    await editor(other).text.press("Control+End");
    await other.keyboard.type(" By the clock of the pier.");
    const correcting = other.getByRole("dialog", { name: "Correct the live story?" });
    const note = correcting.getByRole("textbox", { name: "Note to the readers" });
    const openCorrect = async () => {
      await other.getByRole("button", { name: "More" }).click();
      await other.getByRole("menuitem", { name: "Correct…" }).click();
    };
    await openCorrect();
    await note.fill("It left at noon by the pier’s clock.");
    await correcting.getByRole("button", { name: "Correct", exact: true }).click();
    await expect(other.getByRole("timer")).toHaveText(/^Readers get the correction in \d s$/);
    await other.getByRole("button", { name: "Undo publishing" }).click();
    await expect(other.getByRole("timer")).toHaveCount(0);
    await openCorrect();
    await expect(note).toHaveValue("It left at noon by the pier’s clock.");
    await correcting.getByRole("button", { name: "Correct", exact: true }).click();
    await expect(other.getByText("The live story is corrected").first()).toBeVisible({ timeout: 30_000 });
    await expect(async () => {
      expect(await (await context.request.get(address)).text()).toContain("By the clock of the pier.");
    }).toPass();

    await other.getByRole("button", { name: "More" }).click();
    await other.getByRole("menuitem", { name: "Unpublish…" }).click();
    await other.getByRole("alertdialog").getByRole("button", { name: "Unpublish" }).click();
    await expect(other.getByText(/^Gone on 1 of 1 instance, \d\d:\d\d:\d\d$/)).toBeVisible({ timeout: 30_000 });
    expect(await status()).toBe(404);
  } finally {
    await program.stop();
  }
});
