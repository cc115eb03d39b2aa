import { expect, type Page, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

async function choose(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

async function expectNothingFound(page: Page): Promise<void> {
  for (const { colorScheme, width } of [
    { colorScheme: "dark", width: 390 },
    { colorScheme: "light", width: 1280 },
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    expect(await foundByAxe(page)).toEqual([]);
  }
}

test("a live story is corrected, moved and retracted, and readers are told each time", async ({
  page,
  browser,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const headline = `Hay is short above Naryn ${mark}`;
  const address = `/stories/hay-is-short-above-naryn-${mark}`;
  const moved = `/stories/hay-is-dear-above-naryn-${mark}`;
  const note = `The price is for a bale, not for a ton (${mark}).`;
  const mended = `The price is for one bale (${mark}).`;
  const notice = `The figures were made up (${mark}).`;
  const reader = await (await browser.newContext()).newPage();

  await signIn(page);
  await newStory(page);
  const { headline: headlineField, text, section, saved } = editor(page);
  await headlineField.fill(headline);
  await text.click();
  await page.keyboard.type("A ton costs nine dollars.");
  await section.selectOption("Security");
  await expect(saved).toBeVisible();
  await publish(page);

  await text.press("Control+End");
  await page.keyboard.type(" A bale does.");
  await expect(page.getByText("you have unpublished changes")).toBeVisible();
  await choose(page, "Correct…");
  const correcting = page.getByRole("dialog", { name: "Correct the live story?" });
  await correcting.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(correcting.getByText("Please tell readers what was wrong.")).toBeVisible();
  await correcting.getByRole("textbox", { name: "Note to the readers" }).fill(note);

  const when = correcting.getByLabel("When");
  await when.selectOption("At a time: what stands here now goes live then");
  await correcting.getByRole("button", { name: "Plan", exact: true }).click();
  await expect(correcting.getByText("Please choose a day and a time.")).toBeVisible();
  await correcting.getByLabel("Day and time in Bishkek").fill("2096-01-01T12:00");
  await correcting.getByRole("button", { name: "Plan", exact: true }).click();
  await expect(page.getByText("Correction planned for 1 Jan 2096, 12:00 Bishkek · 06:00 UTC")).toBeVisible();
  await page.getByRole("button", { name: "Update…" }).click();
  const updating = page.getByRole("dialog", { name: "Update the live story?" });
  await expect(
    updating.getByText(/cancels the correction .* planned for 1 Jan 2096.*Readers are not told/),
  ).toBeVisible();
  await updating.getByRole("button", { name: "Cancel" }).click();
  await choose(page, "Change the plan…");
  await expect(correcting.getByRole("textbox", { name: "Note to the readers" })).toHaveValue(note);
  await expect(correcting.getByLabel("Day and time in Bishkek")).toHaveValue("2096-01-01T12:00");
  await when.selectOption("Now");
  await correcting.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(page.getByText("The live story is corrected").first()).toBeVisible();
  await expect(page.getByText("Correction planned for")).toHaveCount(0);

  await expect(async () => {
    await reader.goto(address);
    await expect(reader.getByRole("region", { name: "Correction", exact: true })).toContainText(note, { timeout: 500 });
  }).toPass();
  await reader.getByRole("group").filter({ hasText: "3 words added" }).locator("summary").click();
  await expect(reader.getByRole("insertion").filter({ hasText: "A bale does." })).toBeVisible();
  await reader.getByRole("contentinfo").getByRole("link", { name: "Corrections" }).click();
  await expect(reader.getByText(note)).toBeVisible();
  await reader.getByRole("link", { name: headline }).click();
  await expect(reader).toHaveURL(address);

  await choose(page, "What readers are told…");
  const telling = page.getByRole("dialog", { name: "What readers are told" });
  const entry = telling.getByRole("form", { name: /^Correction/ });
  await entry.getByRole("textbox", { name: "Note to the readers" }).fill(mended);
  await page.keyboard.press("Tab");
  await expect(entry.getByRole("checkbox", { name: "Show readers what changed" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(entry.getByRole("insertion").filter({ hasText: "A bale does." })).toBeVisible();
  await expectNothingFound(page);
  await entry.getByRole("button", { name: "Change" }).press("Enter");
  await expect(entry.getByText("Readers are told so now.")).toBeVisible();
  await page.keyboard.press("Escape");
  await reader.reload();
  await expect(reader.getByRole("region", { name: "Correction", exact: true })).toContainText(mended);
  await expect(reader.getByRole("heading", { name: "What changed" })).toHaveCount(0);
  expect(await (await reader.request.get("/corrections")).text()).not.toContain(note);

  await choose(page, "Change the address…");
  const moving = page.getByRole("dialog", { name: "Change the address of this story?" });
  await moving.getByRole("textbox", { name: "New address" }).fill(`Hay is dear above Naryn ${mark}`);
  await moving.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByText("The address is changed").first()).toBeVisible();
  await expect(async () => {
    await reader.goto(address);
    await expect(reader).toHaveURL(moved, { timeout: 500 });
  }).toPass();
  await expect(reader.getByRole("heading", { level: 1, name: headline })).toBeVisible();
  await page.goto(`/desk/redirects?q=${address}`);
  await expect(page.getByRole("row").filter({ hasText: moved })).toContainText(headline);
  await page.goBack();

  await choose(page, "Unpublish…");
  await page.getByRole("alertdialog").getByRole("button", { name: "Unpublish" }).click();
  await expect(page.getByText("The story is not live any more").first()).toBeVisible();
  await choose(page, "Retract…");
  const retracting = page.getByRole("alertdialog", { name: "Retract this story?" });
  await retracting.getByRole("textbox", { name: "Notice to the readers" }).fill(notice);
  await retracting.getByRole("button", { name: "Retract" }).click();
  await expect(page.getByText("The story is retracted").first()).toBeVisible();
  await page.getByText(/Gone from \d+ addresses/).click();
  await expect(page.getByRole("link", { name: moved, exact: true })).toBeVisible();
  for (const old of [moved, address])
    await expect(async () => {
      const answer = await reader.goto(old);
      expect(answer?.status()).toBe(200);
      await expect(reader.getByText(notice)).toBeVisible({ timeout: 500 });
      expect(await reader.content()).not.toMatch(/Hay is|nine dollars/);
    }).toPass();
  await expect(page.getByText(/^Gone (on|at) /)).toBeVisible({ timeout: 30_000 });
  for (const place of ["/", "/sections/security", "/corrections"])
    expect(await (await reader.request.get(place)).text()).not.toContain(headline);
});
