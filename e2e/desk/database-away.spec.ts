import { expect, test } from "@playwright/test";
import { admin, signIn } from "../support/people.ts";
import { startProgram } from "../support/program-of-its-own.ts";

test("while the database is away the desk says so, calmly, and comes back with it", { tag: "@faults" }, async ({
  browser,
}) => {
  test.slow(); // a program is started for this test alone: the others need their database
  const program = await startProgram();
  try {
    const context = await browser.newContext({ baseURL: program.url });
    const page = await context.newPage();
    await signIn(page);
    const away = page.getByRole("heading", { level: 1, name: "The newsroom cannot reach its database" });

    const again = page.getByRole("button", { name: "Try again" });
    const desk = page.getByRole("navigation", { name: "Desk" });

    await program.withoutDatabase(async () => {
      await desk.getByRole("link", { name: "Board" }).click();
      await expect(away).toBeVisible({ timeout: 20_000 });
    });
    await expect(async () => {
      await again.click();
      await expect(page.getByRole("heading", { level: 1, name: "Board" })).toBeVisible({ timeout: 5_000 });
    }).toPass();

    await program.withoutDatabase(async () => {
      const answer = await page.goto("/desk/stories");
      expect(answer?.status()).toBe(500);
      expect(answer?.headers()["cache-control"]).toContain("no-store");
      await expect(away).toBeVisible();
      await expect(page.getByText("Nothing that you typed is lost")).toBeVisible();
      await expect(page).toHaveTitle("Please try again");
      await again.press("Enter");
      await expect(away).toBeVisible();

      const stranger = await (await browser.newContext({ baseURL: program.url })).newPage();
      expect((await stranger.goto("/sign-in"))?.status()).toBe(500);
      await expect(stranger.getByRole("heading", { level: 1, name: "cannot reach its database" })).toBeVisible();
      expect(await stranger.content()).not.toContain(admin.email);
    });

    await expect(async () => {
      await again.click();
      await expect(page.getByRole("heading", { level: 1, name: "Stories" })).toBeVisible({ timeout: 5_000 });
    }).toPass();
  } finally {
    await program.stop();
  }
});
