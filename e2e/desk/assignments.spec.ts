import { expect, type Page, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { colleague } from "../support/colleague.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

const nothingHere = (page: Page) => page.getByRole("heading", { name: "There is nothing here" });

const expectNothingFound = async (page: Page) => expect(await foundByAxe(page)).toEqual([]);

test("an assignment lets a contributor into somebody else's story, to write and file, until it is withdrawn", async ({
  page,
}) => {
  const mark = String(Date.now());
  const name = `Nargiz ${mark}`;
  await signIn(page);
  const theirs = await colleague(page, mark, "contributor");
  await page.goto("/desk");
  const id = await newStory(page);
  await editor(page).headline.fill("The gate at dawn");
  await theirs.goto(`/desk/stories/${id}`);
  await expect(nothingHere(theirs)).toBeVisible();

  const give = page.getByRole("button", { name: "Give an assignment…" });
  const dialog = page.getByRole("dialog");
  await give.click();
  await dialog.getByRole("button", { name: "Give" }).click();
  await expect(dialog.getByText("Please say who is to file.")).toBeVisible();
  await dialog.getByLabel("Who", { exact: true }).selectOption({ label: name });
  await dialog.getByLabel("What", { exact: true }).selectOption("Pictures");
  await dialog.getByLabel(/^To be filed by/).fill("2001-01-02T10:00");
  await expect(dialog.getByText("This time has passed. Please choose a later one.")).toBeVisible();
  await dialog.getByLabel(/^To be filed by/).fill("2099-01-02T10:00");
  await expectNothingFound(page);
  await dialog.getByLabel("Brief").fill("Wide, with the guards.");
  // The key that publishes a story sends what stands in the dialog.
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
  const shown = page.getByRole("region", { name: "Assignments" }).getByRole("listitem");
  await expect(shown).toContainText(/Pictures.*Open.*Wide, with the guards.*2 Jan 2099/);

  await theirs.setViewportSize({ width: 390, height: 844 });
  await theirs.goto(`/desk/stories/${id}`);
  await editor(theirs).text.click();
  await theirs.keyboard.type("Six pictures of the gate.");
  const toFile = theirs.getByRole("region", { name: "Assignments" }).getByRole("listitem");
  await expect(toFile.getByRole("button", { name: /Withdraw|Change/ })).toHaveCount(0);
  await expectNothingFound(theirs);
  await toFile.getByRole("button", { name: `File pictures from ${name}` }).click();
  await expect(toFile).toContainText(/Filed \d\d:\d\d/);
  // The editor's window hears of it by itself.
  await expect(shown).toContainText(/Filed \d\d:\d\d/);
  await expect(editor(page).text).toContainText("Six pictures of the gate.");

  await give.click();
  await dialog.getByLabel("Who", { exact: true }).selectOption({ label: name });
  await dialog.getByRole("button", { name: "Give" }).click();
  await expect(shown).toHaveCount(2);
  const withdraw = async (what: string) => {
    await page.getByRole("button", { name: `Withdraw… ${what} from ${name}` }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw", exact: true }).click();
    await expect(page.getByRole("alertdialog")).toBeHidden();
  };
  await withdraw("pictures");
  await expect(shown).toHaveCount(1);
  await theirs.reload();
  await expect(editor(theirs).text).toContainText("Six pictures of the gate.");

  await withdraw("words");
  await expect(page.getByRole("region", { name: "Assignments" }).getByRole("listitem")).toHaveCount(0);
  await expect(theirs.getByText("You may not write in this story any more.")).toBeVisible();
  await theirs.goto(`/desk/stories/${id}`);
  await expect(nothingHere(theirs)).toBeVisible();
});
