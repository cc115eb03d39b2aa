import { expect, test } from "@playwright/test";
import sharp from "sharp";
import { foundByAxe } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

/** Of its own colour: the same bytes would be the same picture. */
const aPicture = (mark: string, caption = "") =>
  sharp({
    create: {
      ...{ width: 800, height: 500, channels: 3 },
      background: { r: 90, g: Math.floor(Math.random() * 255), b: Number(mark) % 255 },
    },
  })
    .jpeg()
    .withExif({ IFD0: caption ? { ImageDescription: caption, Artist: "Aida Bekova" } : {} })
    .toBuffer();

test("a picture without alt text and credit holds a story back, and says where; filled in, readers have it", async ({
  page,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const buffer = await aPicture(mark);
  await signIn(page);
  await newStory(page);
  const { headline, text, section } = editor(page);
  await headline.pressSequentially(`Snow on the pass ${mark}`);
  await text.click();
  await page.keyboard.type("Lorries wait.");
  await section.selectOption("Security");

  await page.getByRole("button", { name: "Choose a picture…" }).click();
  const library = page.getByRole("dialog", { name: "Lead image" });
  await library
    .locator("input[type=file]")
    .setInputFiles({ name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("Just a text.") });
  await expect(library.getByText(/notes\.jpg: This is no picture that the library takes/)).toBeVisible();
  await library.locator("input[type=file]").setInputFiles({ name: "pass.jpg", mimeType: "image/jpeg", buffer });
  const altText = page.getByRole("textbox", { name: "Alt text of the lead image" });
  await expect(altText).toBeVisible();

  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("The lead image has no alt text: say what it shows.")).toBeVisible();
  await expect(dialog.getByText("The lead image has no credit: say who made it.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await altText.fill("Lorries in snow");
  await page.getByRole("textbox", { name: "Credit of the lead image" }).fill("Aida Bekova");
  await page.keyboard.press("Enter");
  await expect(
    page.getByText("Nothing to say against this story.").or(page.getByRole("tab", { name: "Checks" })),
  ).toBeVisible();

  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/pict");
  await page.getByRole("listbox", { name: "Blocks" }).getByRole("option", { name: "Picture" }).click();
  const picture = page.getByRole("dialog", { name: "Picture" });
  await picture.getByRole("list", { name: "Library" }).getByRole("button").first().click();
  await picture.getByLabel("Alt text").fill("A closed barrier");
  await picture.getByLabel("Caption").fill("The barrier on Monday.");
  await picture.getByLabel("Credit").fill("Aida Bekova");
  await picture.getByRole("button", { name: "Insert" }).click();
  await expect(text.getByRole("figure")).toContainText("The barrier on Monday.");

  // By keyboard alone: the arrow selects it, Enter opens its words, Escape asks before it drops any, and the key that publishes sends them.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(picture.getByLabel("Alt text")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(picture).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(picture.getByLabel("Alt text")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("The barrier on Tuesday.");
  await page.keyboard.press("Escape");
  const leaving = page.getByRole("alertdialog", { name: "Leave without what you typed?" });
  await expect(leaving.getByRole("button", { name: "Go on" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(leaving).toBeHidden();
  await expect(picture.getByLabel("Caption")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(picture).toBeHidden();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(text.getByRole("figure")).toContainText("The barrier on Tuesday.");

  await publish(page);
  await page.goto(`/stories/snow-on-the-pass-${mark}`);
  const shown = page.getByRole("article").getByRole("img", { name: "Lorries in snow" });
  await expect(shown).toBeVisible();
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByRole("figure").filter({ hasText: "The barrier on Tuesday." })).toContainText("Aida Bekova");
});

test("a picture that was removed lies in the trash, and comes back from there", async ({ page }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const name = `A barrier across the road ${mark} ${Date.now()}`;
  await signIn(page);
  await page.goto("/desk/pictures");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "barrier.jpg", mimeType: "image/jpeg", buffer: await aPicture(mark, name) });
  const dialog = page.getByRole("dialog", { name: "Picture" });
  const card = page.getByRole("button", { name });
  await card.click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The trash keeps it for 30 days.").first()).toBeVisible();
  await expect(card).toHaveCount(0);

  await page.goto("/desk/trash");
  const row = page.getByRole("region", { name: "Pictures" }).getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Aida Bekova");
  await expect(row).toContainText("30 days");
  const thumbnail = row.locator("img");
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await foundByAxe(page)).toEqual([]);
  await row.getByRole("button", { name: `Restore ${name}` }).press("Enter");
  await expect(page.getByText(`“${name}” is restored.`)).toBeVisible();
  await expect(row).toHaveCount(0);

  await page.goto("/desk/pictures");
  await card.click();
  await dialog.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card).toBeVisible();
});
