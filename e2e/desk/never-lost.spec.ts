import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

test("what was typed survives a reload right after typing", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.pressSequentially("Typed and reloaded");
  await text.click();
  await page.keyboard.type("Every word of it.");
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(text).toContainText("Every word of it.");
  await expect(headline).toContainText("Typed and reloaded");
  await expect(saved).toBeVisible();
});

test("without a connection it says so, keeps the text, and sends it later", async ({ page, context }) => {
  await signIn(page);
  await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Before the tunnel. ");
  await expect(saved).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.type("In the tunnel.");
  await expect(page.getByRole("alert").filter({ hasText: "Not saved" })).toBeVisible({ timeout: 10_000 });
  await expect(text).toContainText("In the tunnel.");
  await context.setOffline(false);
  await expect(saved).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(text).toContainText("Before the tunnel. In the tunnel.");
});

test("somebody signed out goes on writing after signing in again", async ({ page, context }) => {
  await signIn(page);
  await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Still here. ");
  await expect(saved).toBeVisible();
  await context.clearCookies();
  await page.keyboard.type("And here.");
  await expect(page.getByRole("alert").filter({ hasText: "You are signed out" })).toBeVisible({ timeout: 10_000 });
  await expect(text).toContainText("Still here. And here.");
  const other = await context.newPage();
  await signIn(other);
  await other.close();
  await page.bringToFront();
  await page
    .getByRole("button", { name: "Try now" })
    .click()
    .catch(() => {});
  await expect(saved).toBeVisible({ timeout: 15_000 });
});

test("two windows: both texts are shown, and both are kept", async ({ page, context }) => {
  await signIn(page);
  const id = await newStory(page);
  await editor(page).text.click();
  await page.keyboard.type("Written first. ");
  await expect(editor(page).saved).toBeVisible();
  const other = await context.newPage();
  await other.goto(`/desk/stories/${id}`);
  await editor(other).text.click();
  await other.keyboard.press("Control+End");
  await other.keyboard.type("From the other window. ");
  await expect(editor(other).saved).toBeVisible();

  await page.bringToFront();
  await editor(page).text.press("Control+Home");
  await page.keyboard.type("From this window. ");
  await page.getByRole("button", { name: "Look at both texts" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("From the other window.").first()).toBeVisible();
  await expect(dialog.getByText("From this window.").first()).toBeVisible();
  await dialog.getByRole("button", { name: /keep both/i }).click();
  await expect(editor(page).saved).toBeVisible();
  await expect(editor(page).text).toContainText("From this window.");
  await expect(editor(page).text).toContainText("From the other window.");
});
