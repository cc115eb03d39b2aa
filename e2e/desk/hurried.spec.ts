import { expect, type Page, test } from "@playwright/test";
import { hurry } from "../support/hurry.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

const times = (count: number, key: string): string[] => Array<string>(count).fill(key);

/** Counts how often the screen says "Saved" of a word that was just typed, before anybody could have stored it. */
async function falselySaved(page: Page): Promise<() => Promise<number>> {
  const text = await editor(page).text.elementHandle();
  const counted = await page.evaluateHandle((field) => {
    const count = { saved: 0, saving: 0 };
    let before = field?.textContent;
    const look = () => {
      const word = document.querySelector<HTMLElement>("[data-save]")?.dataset.save;
      if (word === "saving") count.saving++;
      else count.saved++;
    };
    const hear = () => {
      if (field?.textContent === before) return;
      before = field?.textContent;
      queueMicrotask(look);
    };
    if (field) new MutationObserver(hear).observe(field, { subtree: true, childList: true, characterData: true });
    return count;
  }, text);
  return async () => {
    const { saved, saving } = await counted.jsonValue();
    expect(saving).toBeGreaterThan(0);
    return saved;
  };
}

test("keys that come faster than the machine do what they would have done slowly", { tag: "@faults" }, async ({
  page,
}) => {
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.pressSequentially("A headline");
  await text.click();
  await page.keyboard.type("The ferry stops today.\nThe ministry publishes a list.");
  await expect(saved).toBeVisible();
  const falsely = await falselySaved(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 8 });

  await hurry(session, "Control+Home", "End", ...times(6, "Backspace"), ..."soon");
  await expect(text.locator("p").first()).toHaveText("The ferry stops soon");
  await expect(headline).toHaveText("A headline");

  await hurry(session, "Control+End", ...times(7, "Shift+ArrowLeft"), "Control+b");
  await expect(text.locator("strong")).toHaveText("a list.");

  await hurry(session, "Home", ...times(3, "Shift+ArrowRight"), "Control+k");
  await page.getByRole("textbox", { name: "Address" }).last().fill("example.org");
  await page.keyboard.press("Enter");
  await expect(text.getByRole("link")).toHaveText("The");
  expect(await falsely()).toBe(0);
});
