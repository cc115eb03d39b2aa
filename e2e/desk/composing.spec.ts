import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

// As a phone's keyboard writes, or a dead key: the word grows in its place until it is done.
for (const name of ["headline", "text"] as const)
  test(`a word that grows in the place of others is a proposal like any other, in the ${name}`, async ({ page }) => {
    await signIn(page);
    await newStory(page);
    const field = editor(page)[name];
    await field.click();
    await page.keyboard.type("The ferry stops");
    await page.keyboard.press("Control+Alt+e");
    await page.keyboard.press("Control+Shift+ArrowLeft");
    const input = await page.context().newCDPSession(page);
    for (const text of ["о", "от", "отп", "отплыва"])
      await input.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await input.send("Input.insertText", { text: "отплывает" });
    await page.keyboard.type(" today");
    await expect(field.locator("ins")).toHaveText("отплывает today");
    await expect(field.locator("del")).toHaveText("stops");
    await page.keyboard.press("Control+z");
    await expect(field).toHaveText("The ferry stops");
    await expect(field.locator("ins, del")).toHaveCount(0);
    await page.reload();
    await expect(field).toHaveText("The ferry stops");
  });
