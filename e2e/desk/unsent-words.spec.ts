import { expect, type Page, test } from "@playwright/test";
import { colleague } from "../support/colleague.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

/** A network whose sockets let nothing through any more, on the word of the test. */
async function cuttable(page: Page): Promise<() => void> {
  let isCut = false;
  await page.routeWebSocket("**/collab", (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => (isCut ? undefined : server.send(message)));
    server.onMessage((message) => (isCut ? undefined : socket.send(message)));
  });
  return () => {
    isCut = true;
  };
}

const unsent = (page: Page) => page.getByRole("region", { name: "Words in this browser that were not sent" });

test("Back asks before it leaves unsent words, and the desk tells of them afterwards", async ({ page, context }) => {
  await signIn(page);
  const id = await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.pressSequentially("Back and forth");
  await text.click();
  await page.keyboard.type("Sent. ");
  await expect(saved).toBeVisible();
  await context.setOffline(true);
  // What is typed before the socket has heard of it may still go out.
  await expect(page.getByText("Working offline.")).toBeVisible();
  await page.keyboard.type("Not sent.");
  await expect(page.getByRole("alert").filter({ hasText: "not sent, working offline" })).toBeVisible();
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await page.evaluate(() => history.back());
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(text).toContainText("Sent. Not sent.");
  await page.evaluate(() => history.back());
  await question.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/desk$/);

  await context.setOffline(false);
  await page.goto("/desk/stories");
  await unsent(page).getByRole("button", { name: "Show the words" }).click();
  const dialog = page.getByRole("dialog", { name: "What was not sent" });
  await expect(dialog.getByRole("region", { name: "Words" })).toHaveText("Not sent.");
  await page.keyboard.press("Escape");
  await unsent(page).getByRole("link", { name: "Back and forth" }).click();
  await expect(page.getByText(/Recovered text from .* was put back\./)).toBeVisible();
  await expect(text).toContainText("Sent. Not sent.");
  await expect(saved).toBeVisible();
  await page.goto("/desk");
  await expect(page.getByRole("heading", { name: /What waits for you/ })).toBeVisible();
  await expect(unsent(page)).toHaveCount(0);
});

test("Back right after typing sends what was typed", async ({ page }) => {
  await signIn(page);
  const id = await newStory(page);
  const { text } = editor(page);
  await text.click();
  await page.keyboard.type("To the last letter.");
  await page.goBack();
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto(`/desk/stories/${id}`);
  await expect(text).toHaveText("To the last letter.");
});

test("words of a crashed window come back though somebody deleted the paragraph that they were typed in", async ({
  page,
  context,
}, testInfo) => {
  const cut = await cuttable(page);
  await signIn(page);
  const other = await colleague(page, `Unsent ${testInfo.workerIndex}${testInfo.retry}`);
  const id = await newStory(page);
  const [mine, theirs] = [editor(page), editor(other)];
  await mine.text.click();
  await page.keyboard.type("First.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second.");
  await expect(mine.saved).toBeVisible();
  cut();
  await page.keyboard.type(" Ask the mayor.");
  await page.goto("chrome://crash").catch(() => {});

  await other.goto(`/desk/stories/${id}`);
  await theirs.text.getByText("Second.").click();
  await other.keyboard.press("Home");
  await other.keyboard.press("Backspace");
  await expect(theirs.text).toHaveText("First.Second.");
  await expect(theirs.text.getByRole("paragraph")).toHaveCount(1);
  await expect(theirs.saved).toBeVisible();

  const next = await context.newPage();
  await next.goto(`/desk/stories/${id}`);
  await expect(next.getByText(/Recovered text from .* was put back\./)).toBeVisible();
  await expect(editor(next).text.getByRole("paragraph")).toHaveText(["First.Second.", "Ask the mayor."]);
  await expect(theirs.text).toContainText("Ask the mayor.");
  await other.context().close();
});

test("what of a crashed window cannot be put back is there to copy until it is discarded", async ({
  page,
  context,
}) => {
  const cut = await cuttable(page);
  await signIn(page);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Saved.");
  await expect(saved).toBeVisible();
  cut();
  await page.keyboard.type(" Torn words.");
  await page.goto("chrome://crash").catch(() => {});

  const next = await context.newPage();
  await next.goto("/desk");
  await expect(unsent(next)).toBeVisible();
  // As after a write that the browser could not make: the first letter is missing.
  await next.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("chapar-unsent");
        request.onsuccess = () => {
          const transaction = request.result.transaction("updates", "readwrite");
          const cursor = transaction.objectStore("updates").openCursor();
          cursor.onsuccess = () => cursor.result?.delete();
          transaction.oncomplete = () => resolve();
          transaction.onabort = () => reject(transaction.error);
        };
      }),
  );
  await next.goto(`/desk/stories/${id}`);
  const notice = next.getByRole("status").filter({ hasText: "cannot be put back into the text as it is now" });
  await notice.getByRole("button", { name: "Show the words" }).click();
  await expect(next.getByRole("dialog").getByRole("region", { name: "Words" })).toHaveText("Torn words.");
  await next.keyboard.press("Escape");
  await expect(editor(next).text).toHaveText("Saved.");
  await notice.getByRole("button", { name: "Discard" }).click();
  await next.getByRole("alertdialog").getByRole("button", { name: "Discard" }).click();
  await expect(notice).toHaveCount(0);
  await next.reload();
  await expect(editor(next).text).toHaveText("Saved.");
  await expect(notice).toHaveCount(0);
});

test("words typed in a part that somebody took away are told in the next tab too, until they are dismissed", async ({
  page,
  context,
}, testInfo) => {
  // A slow line: what goes out waits, on the word of the test.
  let waiting: (() => void)[] | null = null;
  await page.routeWebSocket("**/collab", (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => (waiting ? waiting.push(() => server.send(message)) : server.send(message)));
    server.onMessage((message) => socket.send(message));
  });
  await signIn(page);
  const other = await colleague(page, `Taken ${testInfo.workerIndex}${testInfo.retry}`);
  const id = await newStory(page);
  const [mine, theirs] = [editor(page), editor(other)];
  await mine.text.click();
  await page.keyboard.type("First.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second.");
  await expect(mine.saved).toBeVisible();
  await other.goto(`/desk/stories/${id}`);
  await theirs.text.getByText("Second.").click();
  waiting = [];
  await page.keyboard.type(" Ask the mayor.");
  await expect(mine.text).toContainText("Ask the mayor.");
  await other.keyboard.press("Home");
  await other.keyboard.press("Shift+End");
  await other.keyboard.press("Backspace");
  await other.keyboard.press("Backspace");
  const taken = (window: Page) => window.getByRole("status").filter({ hasText: "somebody took away or moved" });
  await expect(mine.text).not.toContainText("Ask the mayor.");
  for (const send of waiting) send();
  waiting = null;
  await expect(taken(page)).toBeVisible();
  await expect(mine.saved).toBeVisible();
  await page.close();

  const next = await context.newPage();
  await next.goto(`/desk/stories/${id}`);
  await taken(next).getByRole("button", { name: "Show the words" }).click();
  await expect(next.getByRole("dialog").getByRole("region", { name: "Words" })).toHaveText("Ask the mayor.");
  await next.keyboard.press("Escape");
  await taken(next).getByRole("button", { name: "Good" }).click();
  await expect(taken(next)).toHaveCount(0);
  await next.reload();
  await expect(editor(next).text).toContainText("First.");
  await expect(taken(next)).toHaveCount(0);
  await other.context().close();
});
