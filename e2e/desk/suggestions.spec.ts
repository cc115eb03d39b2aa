import { expect, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { colleague } from "../support/colleague.ts";
import { hostileUpdates } from "../support/hostile-update.ts";
import { signIn } from "../support/people.ts";
import { nameState, openMenu, states } from "../support/revisions.ts";
import { editor, newStory, publish } from "../support/story.ts";

test("one suggests, another decides, and readers get what was decided", async ({ page }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.retry}${Date.now() % 100_000}`;
  await signIn(page);
  const other = await colleague(page, mark);
  await page.goto("/desk");
  const id = await newStory(page);
  const [mine, theirs] = [editor(page), editor(other)];
  await mine.headline.pressSequentially(`Proposals ${mark}`);
  await mine.text.click();
  await page.keyboard.type("Snow closes the pass. Lorries wait.");
  await mine.section.selectOption("Society");
  await expect(mine.saved).toBeVisible();

  // The colleague proposes: words in, words out, bold, a new paragraph, a longer headline.
  await other.goto(`/desk/stories/${id}`);
  await expect(theirs.text).toContainText("Lorries wait.");
  await theirs.text.click();
  await other.keyboard.press("Control+End");
  await other.keyboard.press("Control+Alt+e");
  await expect(other.getByText("What you do to the text is a proposal")).toBeVisible();
  await expect(other.getByRole("button", { name: "Suggest", exact: true })).toHaveAttribute("aria-pressed", "true");
  for (let times = 0; times < 5; times++) await other.keyboard.press("Backspace");
  await other.keyboard.type("sleep.");
  await expect(theirs.text.locator("del")).toHaveText("wait.");
  await expect(theirs.text.locator("ins")).toHaveText("sleep.");
  await other.keyboard.press("Control+Home");
  for (let times = 0; times < 4; times++) await other.keyboard.press("Shift+ArrowRight");
  await other.keyboard.press("Control+b");
  await other.keyboard.press("Control+End");
  await other.keyboard.press("Enter");
  await other.keyboard.type("A second paragraph.");
  await theirs.headline.click();
  await other.keyboard.press("End");
  await other.keyboard.type(" now");
  await expect(theirs.headline.locator("ins")).toHaveText(" now");
  await expect(theirs.saved).toBeVisible();
  expect(await foundByAxe(other)).toEqual([]);

  // Both see whose proposals they are; the text of the story is as it was.
  const list = page.getByRole("region", { name: /suggestions?$/ });
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await expect(list.getByText(`Nargiz ${mark}`).first()).toBeVisible();
  await expect(list.getByRole("listitem").nth(2)).toContainText("sleep.");
  await expect(mine.headline.locator("ins")).toHaveText(" now");
  await expect(page).toHaveTitle(`Proposals ${mark} · Desk`);
  await expect(mine.text.locator("del")).toHaveText("wait.");
  await page.reload();
  await expect(list.getByRole("listitem")).toHaveCount(3);

  // Nobody publishes without deciding.
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("There are 3 suggestions to decide on first.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Look at the suggestions" }).click();
  await expect(list.getByRole("heading", { name: "3 suggestions" })).toBeFocused();

  const preview = await page.context().newPage();
  await preview.goto(`/desk/stories/${id}/preview`);
  await expect(preview.getByText("Lorries wait.")).toBeVisible();
  await preview.getByRole("link", { name: "With suggestions" }).click();
  await expect(preview.getByText("Lorries sleep.")).toBeVisible();
  await expect(preview.getByText("A second paragraph.")).toBeVisible();
  await preview.close();

  expect(await foundByAxe(page)).toEqual([]);

  // All at once is one step, whichever field it is taken back in.
  await list.getByRole("button", { name: "Accept all" }).click();
  await expect(list).toHaveCount(0);
  await mine.text.click();
  await page.keyboard.press("Control+z");
  await expect(list.getByRole("listitem")).toHaveCount(3);
  await expect(theirs.headline.locator("ins")).toHaveText(" now");

  // The headline and bold are rejected, the rest accepted: both windows show it.
  await list.getByRole("button", { name: /^Reject: Headline/ }).click();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(theirs.headline).toHaveText(`Proposals ${mark}`);
  await list.getByRole("button", { name: /^Reject: Bold/ }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(theirs.text.locator("strong")).toHaveCount(0);
  await list.getByRole("button", { name: "Accept all" }).click();
  await expect(list).toHaveCount(0);
  await expect(theirs.text.locator("ins, del")).toHaveCount(0);
  await expect(theirs.text.locator("p")).toHaveText(["Snow closes the pass. Lorries sleep.", "A second paragraph."]);
  await publish(page);
  const public_ = await (await page.request.get(`/stories/proposals-${mark}`)).text();
  expect(public_).toContain("Snow closes the pass. Lorries sleep.");
  expect(public_).not.toContain("wait.");
});

test("a quote round a line is a proposal, and one's own proposals are undone like anything else", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text } = editor(page);
  await headline.pressSequentially("Quoted");
  await text.click();
  await page.keyboard.type("One line.");
  await page.keyboard.press("Control+Alt+e");
  await page.keyboard.press("Control+Shift+b");
  await expect(text.locator("blockquote")).toHaveText("One line.");
  await expect(text.locator("p")).toHaveCount(2);
  await page.getByRole("button", { name: /^Reject: / }).click();
  await expect(text.locator("blockquote")).toHaveCount(0);
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" More.");
  await expect(text.locator("ins")).toHaveText(" More.");
  await page.keyboard.press("Control+z");
  await expect(text.locator("ins")).toHaveCount(0);
  await expect(text).toHaveText("One line.");
  await page.keyboard.type(" Again.");
  await page.getByRole("button", { name: "Stop suggesting" }).click();
  await text.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("At once. ");
  await expect(text.locator("ins")).toHaveText(" Again.");
  // The list beside the text follows once typing pauses.
  await page.getByRole("button", { name: /^Reject: .*Again/ }).click();
  await expect(text).toHaveText("At once. One line.");
});

test("who suggests goes on to when the page is loaded again and when the text starts over", async ({ page }) => {
  const sendStray = await hostileUpdates(page);
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  const suggesting = page.getByText("What you do to the text is a proposal");
  await text.click();
  await page.keyboard.type("Snow.");
  await page.keyboard.press("Control+Alt+e");
  await page.keyboard.type(" One.");
  await expect(text.locator("ins")).toHaveText(" One.");
  await expect(saved).toBeVisible();

  await page.reload();
  await expect(suggesting).toBeVisible();
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Two.");
  await expect(text.locator("ins")).toHaveText(" One. Two.");
  await expect(saved).toBeVisible();

  sendStray("Words without a place.");
  await expect(page.getByText("could not be kept in the text")).toBeVisible();
  await expect(suggesting).toBeVisible();
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" Three.");
  await headline.click();
  await page.keyboard.type("Four");
  await expect(text.locator("ins")).toHaveText(" One. Two. Three.");
  await expect(headline.locator("ins")).toHaveText("Four");

  // Who stopped has stopped.
  await page.getByRole("button", { name: "Stop suggesting" }).click();
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(text).toContainText("Three.");
  await expect(suggesting).toHaveCount(0);
});

test("a word that is composed over another one is proposed in its place, letter for letter", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { text } = editor(page);
  await text.click();
  await page.keyboard.type("Snow closes");
  await page.keyboard.press("Control+Alt+e");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  const keyboard = await page.context().newCDPSession(page);
  const compose = (letters: string) =>
    keyboard.send("Input.imeSetComposition", {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  for (const letters of ["t", "th", "tha"]) await compose(letters);
  await keyboard.send("Input.insertText", { text: "thaws" });
  await expect(text.locator("ins")).toHaveText("thaws");
  await expect(text.locator("del")).toHaveText("closes");
  await page.getByRole("button", { name: "Accept all" }).click();
  await expect(text).toHaveText("Snow thaws");
});

test("a restore keeps suggestions beside what stays, and names those that go with the rest", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.pressSequentially("Kept proposals");
  await text.click();
  await page.keyboard.type("Forty lorries wait.");
  await expect(saved).toBeVisible();
  await nameState(page, "As filed");
  await text.press("Control+End");
  await page.keyboard.type(" It snows.\nThe pass is shut.");
  await page.keyboard.press("Control+Alt+e");
  await page.keyboard.type(" Again.");
  await text.press("Control+Home");
  await page.keyboard.type("Some ");
  await expect(saved).toBeVisible();

  await openMenu(page, "Revisions");
  await states(page).filter({ hasText: "As filed" }).getByRole("link").click();
  await page.getByRole("link", { name: /^Restore As filed/ }).click();
  const dialog = page.getByRole("dialog", { name: "Restore this text?" });
  await expect(dialog.getByText("A suggestion stands in what goes, and goes with it:")).toBeVisible();
  await expect(dialog.getByRole("listitem")).toHaveText(/^“ Again\.” in, by /);
  await dialog.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(text).toHaveText("Some Forty lorries wait.");
  await expect(text.locator("ins")).toHaveText("Some ");
  await text.press("Control+z");
  await expect(text.locator("ins")).toHaveText(["Some ", " Again."]);
});
