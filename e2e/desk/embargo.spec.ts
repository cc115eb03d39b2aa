import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

test("an embargo takes a live story from the site at once, stands against publishing, and is lifted", async ({
  page,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const address = `/stories/the-bank-keeps-its-rate-${mark}`;
  await signIn(page);
  await newStory(page);
  const { headline, text, section } = editor(page);
  await headline.pressSequentially(`The bank keeps its rate ${mark}`);
  await text.click();
  await page.keyboard.type("It said so at noon.");
  await section.selectOption("Economy");
  await publish(page);
  expect((await page.request.get(address)).status()).toBe(200);

  const open = async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Embargo…" }).click();
    return page.getByRole("dialog", { name: "Embargo" });
  };
  const dialog = await open();
  await dialog.getByRole("button", { name: "Set" }).click();
  await expect(dialog.getByText("Please choose a day and a time.")).toBeVisible();
  const time = dialog.getByLabel("Day and time in Bishkek");
  await time.fill("2020-01-01T12:00");
  await expect(dialog.getByText("This time has passed. Please choose a later one.")).toBeVisible();
  await time.fill("2096-01-01T12:00");
  await expect(dialog.getByText("1 Jan 2096, 12:00 Bishkek · 06:00 UTC")).toBeVisible();
  await dialog.getByRole("button", { name: "Set" }).click();
  await expect(page.getByText("Under embargo").first()).toBeVisible();
  await expect(page.getByText("Hidden from readers")).toBeVisible();
  await expect(async () => expect((await page.request.get(address)).status()).toBe(404)).toPass();
  await expect(page.getByText(/^Gone (on|at) /)).toBeVisible({ timeout: 30_000 });
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Embargo…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Read it on the site" })).toBeHidden();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Update…" }).click();
  const update = page.getByRole("dialog", { name: "Update the live story?" });
  await expect(update.getByText(/This story is under embargo until 1 Jan 2096/)).toBeVisible();
  await update.getByRole("button", { name: "Cancel" }).click();
  await (await open()).getByRole("button", { name: "Lift the embargo" }).click();
  await expect(page.getByText("The embargo is lifted").first()).toBeVisible();
  await expect(async () => expect((await page.request.get(address)).status()).toBe(200)).toPass();
});
