import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";

test("a tag is renamed, merged after a count, its old address leads on, and the merge is undone; it is spiked and restored", async ({
  page,
  browser,
}) => {
  const reader = await (await browser.newContext()).newPage();
  const old = "/tags/market-day";
  const answer = async () => {
    const response = await reader.request.get(old, { maxRedirects: 0 });
    return `${response.status()} ${response.headers().location ?? ""}`;
  };

  await signIn(page);
  await page.goto("/desk/tags?q=market");
  await page.getByRole("link", { name: /^Market day/ }).click();
  const form = page.getByRole("form", { name: "What it is called" });
  await form.getByLabel("Name", { exact: true }).fill("Market days");
  await form.getByLabel("Synonyms").fill("Bazaar notes");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Market days" })).toBeVisible();
  await expect(async () => {
    await reader.goto(old);
    await expect(reader.getByRole("heading", { level: 1, name: "Market days" })).toBeVisible({ timeout: 500 });
  }).toPass();
  const story = await reader.getByRole("main").getByRole("listitem").getByRole("link").first().getAttribute("href");

  await page.getByRole("combobox", { name: "Tag that stays" }).fill("letters");
  await page.getByRole("option", { name: /^Letters from the road/ }).click();
  await page.getByRole("button", { name: "Merge “Market days” into “Letters from the road”…" }).click();
  const question = page.getByRole("alertdialog");
  await expect(
    question.getByText("2 stories get “Letters from the road” instead of “Market days”: 2 live, 0 not."),
  ).toBeVisible();
  expect(await answer()).toBe("200 ");
  await question.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Letters from the road" })).toBeVisible();

  await expect.poll(answer).toBe("308 /tags/letters-from-the-road");
  await reader.goto(old);
  await expect(reader.getByRole("heading", { level: 1, name: "Letters from the road" })).toBeVisible();
  await expect(reader.locator(`a[href="${story}"]`).first()).toBeVisible();
  await reader.goto(story ?? "");
  await expect(reader.locator('a[rel="tag"]', { hasText: "Letters from the road" })).toBeVisible();
  await expect(reader.locator('a[rel="tag"]', { hasText: "Market days" })).toHaveCount(0);

  await page.getByRole("button", { name: "Undo the merge of Market days" }).click();
  await expect(page.getByText("“Market days” is back, with 2 stories").first()).toBeVisible();
  await expect.poll(answer).toBe("200 ");
  await page.goto("/desk/tags?q=bazaar+notes");
  await expect(
    page.getByRole("row", { name: /^Market days/ }).getByRole("cell", { name: "2", exact: true }),
  ).toHaveCount(2);

  await page.getByRole("link", { name: /^Market days/ }).click();
  await page.getByRole("button", { name: "Spike Market days…" }).click();
  await question.getByLabel("Reason").fill("Letters say it all.");
  await question.getByRole("button", { name: "Spike" }).click();
  await page.waitForURL(/\/desk\/tags$/);
  const tagOfStory = reader.locator('a[rel="tag"]', { hasText: "Market days" });
  await expect.poll(answer).toBe("404 ");
  await expect(async () => {
    await reader.goto(story ?? "");
    await expect(tagOfStory).toHaveCount(0, { timeout: 500 });
  }).toPass();

  await page.goto("/desk/trash");
  await page.getByRole("button", { name: "Restore Market days" }).click();
  await expect(page.getByText("“Market days” is restored.")).toBeVisible();
  await expect.poll(answer).toBe("200 ");
  await expect(async () => {
    await reader.goto(story ?? "");
    await expect(tagOfStory).toBeVisible({ timeout: 500 });
  }).toPass();
});
