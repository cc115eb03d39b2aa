import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

test("a story is put on the front, moved by keyboard, and gone from it when it is killed", async ({
  page,
  browser,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const headline = `Swans winter on the Chu ${mark}`;
  const reader = await (await browser.newContext()).newPage();
  const splash = reader.getByRole("main").getByRole("article").first();

  await signIn(page);
  const id = await newStory(page);
  const { headline: headlineField, text, section, saved } = editor(page);
  await headlineField.fill(headline);
  await text.click();
  await page.keyboard.type("Four hundred were counted.");
  await section.selectOption("Security");
  await expect(saved).toBeVisible();
  await publish(page);

  await page.goto("/desk/front");
  const place = (name: string) => page.getByRole("listitem").filter({ hasText: new RegExp(`^${name} ·`) });
  await page.getByRole("button", { name: "Change Brief 5" }).click();
  const dialog = page.getByRole("dialog", { name: "What stands here: Brief 5" });
  await dialog.getByRole("combobox", { name: "Story", exact: true }).fill(`swans ${mark}`);
  await dialog.getByRole("option", { name: new RegExp(headline) }).click();
  await dialog.getByRole("combobox", { name: "Without one, the newest story of" }).fill("secur");
  await dialog.getByRole("option", { name: /^Security/ }).click();
  await dialog.getByRole("button", { name: "Put on the front" }).click();
  await expect(place("Brief 5").getByRole("link", { name: headline })).toBeVisible();
  await expect(place("Brief 5").getByText("without it the newest story in Security")).toBeVisible();

  await page.getByRole("button", { name: "Move up: Brief 5" }).focus();
  for (const name of ["Brief 4", "Brief 3", "Brief 2", "Brief 1", "Second 2", "Second 1", "Splash"]) {
    await page.keyboard.press("Enter");
    await expect(place(name).getByRole("link", { name: headline })).toBeVisible();
    if (name !== "Splash") await expect(page.getByRole("button", { name: `Move up: ${name}` })).toBeFocused();
  }
  await expect(page.getByRole("button", { name: "Move down: Splash" })).toBeFocused();
  await expect(async () => {
    await reader.goto("/");
    await expect(splash.getByRole("link", { name: headline })).toBeVisible({ timeout: 500 });
  }).toPass();

  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(place("Second 1").getByRole("link", { name: headline })).toBeVisible();

  await page.getByRole("button", { name: "Change Brief 2" }).click();
  const other = page.getByRole("dialog", { name: "What stands here: Brief 2" });
  await other.getByRole("combobox", { name: "Story", exact: true }).fill(`swans ${mark}`);
  await other.getByRole("option", { name: new RegExp(headline) }).click();
  await other.getByRole("button", { name: "Put on the front" }).click();
  await expect(other.getByText("This story is the front’s second 1 already.")).toBeVisible();
  await other.getByRole("button", { name: "Cancel" }).click();

  const onFront = reader.getByRole("main").getByRole("link", { name: headline });
  await expect(async () => {
    await reader.goto("/");
    await expect(onFront.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto(`/desk/stories/${id}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Kill…" }).click();
  const killing = page.getByRole("alertdialog").or(page.getByRole("dialog", { name: /Kill/ }));
  await killing.getByLabel("Reason").fill("They were geese.");
  await killing.getByRole("button", { name: "Kill", exact: true }).click();
  await expect(page.getByText("killed", { exact: false }).first()).toBeVisible();
  await reader.goto("/");
  await expect(onFront).toHaveCount(0);

  await page.goto("/desk/front");
  await expect(place("Second 1").getByText("· the newest story in Security")).toBeVisible();
  await expect(page.getByRole("link", { name: headline })).toHaveCount(0);
  await page.getByRole("button", { name: "Change Second 1" }).click();
  const last = page.getByRole("dialog", { name: "What stands here: Second 1" });
  await last.getByRole("button", { name: /Remove Security/ }).click();
  await last.getByRole("button", { name: "Put on the front" }).click();
  await expect(place("Second 1").getByText("Second 1 · the newest story", { exact: true })).toBeVisible();
});
