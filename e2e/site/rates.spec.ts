import { expect, test } from "@playwright/test";
import { recordTomorrow } from "../support/program.ts";

test("the strip names each currency once, with five decimals and its date, and can be paused", async ({ page }) => {
  await page.goto("/");
  const list = page.getByRole("list", { name: "Currency rates in US dollars" });
  await expect(list.getByRole("listitem")).toHaveCount(5);
  for (const pair of ["KGS/USD", "KZT/USD", "TJS/USD", "UZS/USD", "TMT/USD"])
    await expect(list.getByRole("listitem").filter({ hasText: pair })).toHaveText(
      /0\.\d{5,}.*as of|0\.\d{5,}.*not updated since/,
    );
  const pause = page.getByRole("button", { name: "Pause the moving rates" });
  await pause.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Let the rates move" })).toBeFocused();
});

test("stands still for those who asked for less motion", async ({ browser }) => {
  const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
  await page.goto("/");
  await expect(page.getByRole("list", { name: "Currency rates in US dollars" })).toBeVisible();
  await expect(page.getByRole("button", { name: /rates/ })).toHaveCount(0);
  expect(
    await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length),
  ).toBe(0);
});

test("changes in an open page when the rates in the database change", async ({ page }) => {
  await page.clock.install();
  await page.goto("/");
  const som = page
    .getByRole("list", { name: "Currency rates in US dollars" })
    .getByRole("listitem")
    .filter({ hasText: "KGS/USD" });
  await expect(som).toContainText("0.");
  const value = await recordTomorrow("KGS", 1.01);
  await expect(async () => {
    await page.clock.fastForward(31_000);
    await expect(som).toContainText(value, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(som).toContainText("+");
});
