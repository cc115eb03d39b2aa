import { expect, type Page, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { colleague } from "../support/colleague.ts";
import { hostileUpdates } from "../support/hostile-update.ts";
import { admin, signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

/** A story that has to be opened anew under its writer, and a newsroom that answers as the test says. */
async function startedOver(page: Page, name: string, answer: () => { status: number } | "nothing" | "the document") {
  await signIn(page);
  const other = await colleague(page, name);
  const sendStray = await hostileUpdates(other);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Saved.");
  await expect(saved).toBeVisible();
  await page.route(`**/api/stories/${id}/document`, (route) => {
    const now = answer();
    if (now === "the document") return route.continue();
    return now === "nothing" ? route.abort() : route.fulfill({ ...now, json: {} });
  });
  await other.goto(`/desk/stories/${id}`);
  await expect(editor(other).text).toHaveText("Saved.");
  // It can once the other window's connection stands.
  await expect(async () => sendStray("Words without a place.")).toPass();
  return { text, saved, close: () => other.context().close() };
}

const bar = (page: Page) => page.getByRole("alert").filter({ hasText: "Not opened" });

test("a story that cannot be opened says why and what to do, and opens by itself as soon as it can", async ({
  page,
}, testInfo) => {
  let answer: { status: number } | "nothing" | "the document" = { status: 500 };
  const { text, saved, close } = await startedOver(page, `Not ${testInfo.workerIndex}${testInfo.retry}`, () => answer);
  await expect(bar(page)).toContainText("Not opened: the newsroom cannot hand out the text at the moment.");
  await expect(bar(page)).toContainText("Nothing is lost. It is tried again by itself.");
  await expect(page.getByText("Opening…")).toHaveCount(0);
  await expect(page.getByText("Not opened", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("The text stands here as soon as it can be opened.")).toBeVisible();
  expect(await foundByAxe(page)).toEqual([]);
  const again = bar(page).getByRole("button", { name: "Try now" });
  for (const [next, words] of [
    [{ status: 404 }, "the story is not there any more, or not open to you."],
    ["nothing", "the newsroom does not answer."],
    [{ status: 403 }, "the story is not there any more, or not open to you."],
    [{ status: 401 }, "you are signed out."],
  ] as const) {
    answer = next;
    await again.press("Enter");
    await expect(bar(page)).toContainText(words);
  }
  answer = "the document";
  await bar(page).getByRole("button", { name: "Sign in again" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email").fill(admin.email);
  await dialog.getByLabel("Password").fill(admin.password);
  await dialog.getByLabel("Password").press("Enter");
  await expect(text).toHaveText("Saved.");
  await expect(bar(page)).toHaveCount(0);
  await text.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" And on.");
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(text).toHaveText("Saved. And on.");
  await close();
});

test("without anybody's doing it opens when the newsroom answers again", async ({ page }, testInfo) => {
  let answer: "nothing" | "the document" = "nothing";
  const { text, close } = await startedOver(page, `Later ${testInfo.workerIndex}${testInfo.retry}`, () => answer);
  await expect(bar(page)).toContainText("the newsroom does not answer.");
  answer = "the document";
  await expect(text).toHaveText("Saved.", { timeout: 30_000 });
  await expect(bar(page)).toHaveCount(0);
  await close();
});
