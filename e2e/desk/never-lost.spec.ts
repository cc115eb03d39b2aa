import { expect, test } from "@playwright/test";
import { admin, signIn } from "../support/people.ts";
import { endSession } from "../support/program.ts";
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
  await expect(page.getByRole("alert").filter({ hasText: /\d+ changes not sent, working offline/ })).toBeVisible();
  await expect(text).toContainText("In the tunnel.");
  await context.setOffline(false);
  await expect(saved).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(text).toContainText("Before the tunnel. In the tunnel.");
});

test("somebody signed out signs in again over the editor, and goes on writing", async ({ page, context }) => {
  await signIn(page);
  await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Still here. ");
  await expect(saved).toBeVisible();
  // The session ends elsewhere; the cookie stays, as after a night.
  await endSession(context);
  await page.keyboard.type("And here.");
  await expect(page.getByRole("alert").filter({ hasText: "You are signed out" })).toBeVisible({ timeout: 10_000 });
  await expect(text).toContainText("Still here. And here.");
  await page.getByRole("button", { name: "Sign in again" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email").fill(admin.email);
  await dialog.getByLabel("Password").fill("not the right words");
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog.getByText("do not fit together")).toBeVisible();
  await dialog.getByLabel("Password").fill(admin.password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(saved).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(text).toContainText("Still here. And here.");
  expect(context.pages()).toHaveLength(1);
});
