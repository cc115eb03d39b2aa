import { expect, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import { addColleague, endSession } from "../support/program.ts";
import { editor, newStory, publish } from "../support/story.ts";

const back = "You typed this before and left it.";

test("a note for the readers stays through Escape, a reload and a session that ended, for its writer alone, until it is used", async ({
  page,
  context,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const note = `The bridge is at Kochkor, not at Naryn (${mark}).`;
  const other = await addColleague(`Unsent ${mark}`, "editor");
  const correcting = page.getByRole("dialog", { name: "Correct the live story?" });
  const field = correcting.getByRole("textbox", { name: "Note to the readers" });
  const correct = async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Correct…" }).click();
  };

  await signIn(page);
  const id = await newStory(page);
  const { headline, text, section, saved } = editor(page);
  await headline.fill(`A bridge is closed ${mark}`);
  await text.click();
  await page.keyboard.type("The bridge at Naryn is closed.");
  await section.selectOption("Security");
  await expect(saved).toBeVisible();
  await publish(page);
  await text.press("Control+End");
  await page.keyboard.type(" It opens in May.");
  await expect(page.getByText("you have unpublished changes")).toBeVisible();

  const openAs = async (person?: typeof other) => {
    await context.clearCookies();
    await signIn(page, person);
    await page.goto(`/desk/stories/${id}`);
  };
  await correct();
  await expect(correcting.getByText(back)).toHaveCount(0);
  await correcting.getByLabel("What it is").selectOption("Clarification: it could mislead");
  await field.fill(note);
  await page.keyboard.press("Escape");
  await expect(correcting).toHaveCount(0);
  await correct();
  await expect(correcting.getByText(back)).toBeVisible();
  await expect(correcting.getByLabel("What it is")).toBeFocused();
  await expect(field).toHaveValue(note);
  expect(await foundByAxe(page)).toEqual([]);
  await correcting.getByRole("button", { name: "Cancel" }).click();

  await openAs(other);
  await correct();
  await expect(field).toHaveValue("");
  await openAs();
  await correct();
  await expect(field).toHaveValue(note);
  await expect(correcting.getByLabel("What it is")).toHaveValue("clarification");

  await endSession(context);
  await correcting.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(correcting.getByText(/^You are signed out\. .* what you typed is kept\.$/)).toBeVisible();
  await expect(field).toHaveValue(note);
  await openAs();
  await correct();
  await correcting.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(page.getByText("The live story is corrected").first()).toBeVisible();

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "What readers are told…" }).click();
  const told = page.getByRole("form", { name: /^Clarification/ });
  const toldNote = told.getByRole("textbox", { name: "Note to the readers" });
  await toldNote.fill("Half a sentence");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "What readers are told…" }).click();
  await expect(toldNote).toHaveValue("Half a sentence");
  await told.getByRole("button", { name: "Discard" }).press("Enter");
  await expect(toldNote).toHaveValue(note);
  await expect(toldNote).toBeFocused();
  await page.keyboard.press("Escape");
  await correct();
  await expect(field).not.toHaveValue(note);
  await expect(correcting.getByText(back)).toHaveCount(0);
});

test("on the desk's pages words come back over what a colleague changed, and settings are not left unsaved unasked", async ({
  page,
  context,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  await signIn(page);
  await page.goto("/desk/tags");
  await page.getByRole("textbox", { name: "Name of the new tag" }).fill(`Glaciers ${mark}`);
  await page.getByRole("button", { name: "Add" }).click();
  const description = page.getByRole("textbox", { name: "Description" });
  await expect(description).toBeVisible();
  const address = page.url();
  await description.fill("Ice above Naryn.");

  const theirs = await context.newPage();
  await theirs.goto(address);
  await expect(theirs.getByText(back)).toBeVisible();
  await theirs.getByRole("button", { name: "Discard" }).click();
  await theirs.getByRole("textbox", { name: "Description" }).fill("What melts.");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByText("The tag is changed").first()).toBeVisible();
  await theirs.close();

  await description.fill("Ice above Naryn, and what becomes of it.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^You typed this before, and it was changed by somebody meanwhile\./)).toBeVisible();
  await expect(description).toHaveValue("Ice above Naryn, and what becomes of it.");
  expect(await foundByAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The tag is changed").first()).toBeVisible();
  await page.reload();
  await expect(description).toHaveValue("Ice above Naryn, and what becomes of it.");
  await expect(page.getByRole("button", { name: "Discard" })).toHaveCount(0);

  await page.goto("/desk/settings");
  const name = page.getByRole("textbox", { name: "Name of the newsroom" });
  const before = await name.inputValue();
  await name.fill(`${before}, daily`);
  await page.getByRole("link", { name: "Board", exact: true }).click();
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(name).toHaveValue(`${before}, daily`);
  await name.fill(before);
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/board/);
});

test("a name that somebody thought of stays until it is used or a month old", async ({ page }) => {
  const own = await addColleague("Thinks of names", "editor");
  await signIn(page, own);
  await page.goto("/desk/sections");
  const section = page.getByRole("textbox", { name: "New section" });
  await section.fill("Mountains");
  await page.goto("/desk/tags");
  const tag = page.getByRole("textbox", { name: "Name of the new tag" });
  await tag.fill("Glaciers");
  await page.reload();
  await expect(page.getByText(back)).toBeVisible();
  await expect(tag).toHaveValue("Glaciers");
  await page.goto("/desk/sections");
  await expect(section).toHaveValue("Mountains");
  expect(await foundByAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Discard" }).press("Enter");
  await expect(section).toHaveValue("");
  await expect(section).toBeFocused();

  await page.evaluate(() => {
    const old = (days: number) => JSON.stringify({ text: "x", at: Date.now() - days * 86_400_000 });
    for (const [name, stored] of Object.entries(localStorage)) {
      if (!name.startsWith("chapar form tag ")) continue;
      localStorage.setItem(name, JSON.stringify({ ...JSON.parse(stored), at: Date.now() - 31 * 86_400_000 }));
      const theirs = name.replace(/[0-9a-f-]{36}$/, "0198c000-0000-7000-8000-000000000000");
      localStorage.setItem(theirs, old(31));
      localStorage.setItem(`${theirs} gone`, old(366));
    }
  });
  await page.goto("/desk/tags");
  await expect(page.getByRole("button", { name: "Add", exact: true })).toBeVisible();
  await expect(tag).toHaveValue("");
  await expect(page.getByText(back)).toHaveCount(0);
  const left = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("chapar form")));
  expect(left).toEqual([expect.stringMatching(/^chapar form tag .*0198c000-0000-7000-8000-000000000000$/)]);
});
