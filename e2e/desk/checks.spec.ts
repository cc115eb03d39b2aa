import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

test("the house style strikes as one writes; an error blocks, a warning asks", async ({ page }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const [wrong, banned] = [`kirghizia${mark}`, `slammed${mark}`];
  await signIn(page);
  await page.goto("/desk/house-style");
  const rules = page.getByRole("region", { name: "Rules of our own" });
  const add = async (words: string, message: string, more: () => Promise<unknown>) => {
    await rules.getByRole("textbox", { name: "Look for" }).last().fill(words);
    await rules.getByRole("textbox", { name: "What to say" }).last().fill(message);
    await more();
    await rules.getByRole("button", { name: "Add" }).click();
    await expect(rules.getByRole("listitem").filter({ hasText: words })).toBeVisible();
  };
  await add(wrong, "We write Kyrgyzstan.", async () => {
    await rules.getByRole("checkbox", { name: "Offer something instead" }).last().check();
    await rules.getByRole("textbox", { name: "Write instead" }).last().fill("Kyrgyzstan");
  });
  await add(banned, "Say who said what.", () => rules.getByLabel("Weight").last().selectOption("error"));
  await rules.getByRole("checkbox", { name: "It is a pattern" }).last().check();
  await rules.getByRole("textbox", { name: "Look for" }).last().fill("((");
  await rules.getByRole("textbox", { name: "What to say" }).last().fill("Nothing.");
  await rules.getByRole("button", { name: "Add" }).click();
  await expect(rules.getByText(/This pattern cannot be read/)).toBeVisible();

  await page.goto("/desk");
  await newStory(page);
  const { headline, text, section } = editor(page);
  await headline.pressSequentially(`Snow in ${wrong}`);
  await text.click();
  await page.keyboard.type(`The minister ${banned} the winter.\nA second line.`);
  await section.selectOption("Security");
  const checks = page.getByRole("tab", { name: "Checks (2)" });
  await checks.click();
  await expect(headline.getByTitle("We write Kyrgyzstan.")).toHaveText(wrong);
  await expect(text.getByTitle("Say who said what.")).toHaveText(banned);

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Plan publication…" }).click();
  const planning = page.getByRole("dialog", { name: "Plan the publication" });
  await planning.getByLabel("Day and time in Bishkek").fill("2096-01-01T12:00");
  await expect(planning.getByText("Say who said what.")).toBeVisible();
  await expect(planning.getByRole("button", { name: /^Plan/ })).toHaveCount(0);
  await planning.getByRole("button", { name: "Cancel" }).click();

  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Say who said what.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Show them" }).click();
  await page.getByRole("button", { name: banned }).click();
  await expect(text).toBeFocused();
  await page.keyboard.type("feared");
  await expect(page.getByRole("tab", { name: "Checks (1)" })).toBeVisible();

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Plan publication…" }).click();
  await planning.getByLabel("Day and time in Bishkek").fill("2096-01-01T12:00");
  await expect(planning.getByText("We write Kyrgyzstan.")).toBeVisible();
  await planning.getByRole("button", { name: "Plan anyway" }).click();
  await expect(page.getByText("Planned for 1 Jan 2096, 12:00 Bishkek · 06:00 UTC")).toBeVisible();

  await publish(page, "Publish", "anyway");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Correct…" }).click();
  await expect(dialog.getByText("We write Kyrgyzstan.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Correct anyway" })).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Write “Kyrgyzstan”" }).click();
  await expect(headline).toHaveText("Snow in Kyrgyzstan");
  await expect(page.getByText("Nothing to say against this story.")).toBeVisible();
  await expect(text.getByRole("paragraph").first()).toHaveText("The minister feared the winter.");
});
