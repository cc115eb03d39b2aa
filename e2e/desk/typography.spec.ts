import { expect, test } from "@playwright/test";
import { paste } from "../support/clipboard.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

test("quotation marks follow the story's language; Backspace and undo give back what was typed", async ({ page }) => {
  await signIn(page);
  await page.goto("/desk/settings");
  await page.getByLabel("Languages").fill("en, ru");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved").first()).toBeVisible();
  await page.goto("/desk");
  await newStory(page);
  const { headline, text } = editor(page);
  await headline.click();
  await page.keyboard.type(`"Snow" - it's here...`);
  await expect(headline).toHaveText("“Snow” – it’s here…");

  await text.click();
  await page.keyboard.type('Say "');
  await expect(text).toHaveText("Say “");
  await page.keyboard.press("Backspace");
  await expect(text).toHaveText('Say "');
  await page.keyboard.type(" and '");
  await expect(text).toHaveText(`Say " and ‘`);
  await page.keyboard.press("Control+z");
  await expect(text).toHaveText(`Say " and '`);

  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await paste(text, { text: `"as it was" -- pasted...` });
  await expect(text).toHaveText(`"as it was" -- pasted...`);

  const language = page.getByLabel("Language", { exact: true });
  await language.selectOption("ru");
  await expect(page.locator("[lang=ru]").filter({ has: text })).toBeVisible();
  await text.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type('"Час "Пик"" - газета');
  await expect(text).toHaveText("«Час „Пик“» — газета");
});
