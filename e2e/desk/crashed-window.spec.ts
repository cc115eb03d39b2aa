import { expect, test } from "@playwright/test";
import { hostileUpdates } from "../support/hostile-update.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

test("a window that crashed gives back what it had not sent", async ({ page, context }) => {
  // A network that lets nothing through any more, on the word of the test.
  let isCut = false;
  await page.routeWebSocket("**/collab", (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => (isCut ? undefined : server.send(message)));
    server.onMessage((message) => (isCut ? undefined : socket.send(message)));
  });
  await signIn(page);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("This was saved. ");
  await expect(saved).toBeVisible();
  isCut = true;
  await page.keyboard.type("This was not.");
  await expect(text).toContainText("This was not.");
  await page.goto("chrome://crash").catch(() => {});

  const next = await context.newPage();
  await next.goto(`/desk/stories/${id}`);
  await expect(next.getByText(/Recovered text from .* was put back\./)).toBeVisible();
  await expect(editor(next).text).toContainText("This was saved. This was not.");
  await expect(editor(next).saved).toBeVisible();
  await next.reload();
  await expect(editor(next).text).toContainText("This was saved. This was not.");
  await expect(next.getByText(/Recovered text/)).toHaveCount(0);
});

test("text that breaks a limit stays, is told, and goes once it is mended", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.click();
  await page.keyboard.insertText("x".repeat(310));
  await expect(page.getByText("10 characters too many")).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "under 300 characters" })).toBeVisible();
  await expect(page.getByText("Saved, too long").first()).toBeVisible();
  await text.click();
  await page.keyboard.type("Words beside it.");
  await headline.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Short");
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(headline).toHaveText("Short");
  await expect(text).toContainText("Words beside it.");
});

test("what a window sent and the text cannot keep is told to its person, with its words to copy", async ({
  page,
  context,
}) => {
  const sendUnfit = await hostileUpdates(page);
  await signIn(page);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("This fits.");
  await expect(saved).toBeVisible();
  const beside = await context.newPage();
  await beside.goto(`/desk/stories/${id}`);
  await expect(editor(beside).text).toHaveText("This fits.");
  sendUnfit("Words without a place.");
  const notice = page.getByRole("status").filter({ hasText: "could not be kept in the text" });
  await expect(notice).toContainText("Its words are here to copy.");
  for (const window of [page, beside]) await expect(editor(window).text).toHaveText("This fits.");
  await editor(beside).text.click();
  await beside.keyboard.press("Control+End");
  await beside.keyboard.type(" So does this.");
  await expect(editor(beside).saved).toBeVisible();
  await beside.close();
  await expect(text).toHaveText("This fits. So does this.");
  await notice.getByRole("button", { name: "Show the words" }).click();
  const dialog = page.getByRole("dialog", { name: "What could not be kept" });
  await expect(dialog.getByRole("region", { name: "Words" })).toHaveText("Words without a place.");
  await expect(dialog.getByRole("button", { name: "Copy" })).toBeVisible();
  await page.keyboard.press("Escape");

  // Until its person has said that it is good, it is told again.
  await page.reload();
  await notice.getByRole("button", { name: "Good" }).click();
  await expect(notice).toHaveCount(0);
  await text.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And goes on.");
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(text).toHaveText("This fits. So does this. And goes on.");
  await expect(notice).toHaveCount(0);
});
