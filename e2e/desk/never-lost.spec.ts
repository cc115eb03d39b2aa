import { expect, type Page, test } from "@playwright/test";
import { colleague } from "../support/colleague.ts";
import { hostileUpdates } from "../support/hostile-update.ts";
import { admin, signIn } from "../support/people.ts";
import { addColleague, endSession, raiseSchema } from "../support/program.ts";
import { editor, newStory } from "../support/story.ts";

/** Storage that is full, as the browser would say it. */
const fillStorage = (page: Page) =>
  page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("The quota is used up.", "QuotaExceededError");
    };
  });

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

test("without a connection it says so, keeps the text, asks before one leaves, and sends it later", async ({
  page,
  context,
}) => {
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

  const closing = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const asked = await closing;
  expect(asked.type()).toBe("beforeunload");
  await asked.dismiss();
  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  const bar = page.getByRole("banner");
  for (const way of [bar.getByRole("link", { name: "Stories" }), bar.getByRole("button", { name: "Sign out" })]) {
    await way.click();
    await question.getByRole("button", { name: "Stay" }).click();
    await expect(question).toHaveCount(0);
  }
  await expect(text).toContainText("Before the tunnel. In the tunnel.");

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

test("a browser that cannot keep anything says that the text is only in this window", async ({ page, context }) => {
  await fillStorage(page);
  await signIn(page);
  await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Saved all the same. ");
  await expect(saved).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.type("Only here.");
  await expect(page.getByRole("alert").filter({ hasText: "only in this window: keep it open" })).toBeVisible();
  await context.setOffline(false);
  await expect(saved).toBeVisible({ timeout: 15_000 });
});

test("a browser whose storage does not answer opens the story all the same, and says that it keeps nothing", async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
  });
  await signIn(page);
  await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Saved all the same. ");
  await expect(saved).toBeVisible();
  await context.setOffline(true);
  await page.keyboard.type("Only here.");
  await expect(page.getByRole("alert").filter({ hasText: "only in this window: keep it open" })).toBeVisible();
  await context.setOffline(false);
  await expect(saved).toBeVisible({ timeout: 15_000 });
});

test("what a browser cannot keep is put back when the text starts over under it", async ({
  page,
  context,
}, testInfo) => {
  await fillStorage(page);
  await signIn(page);
  const other = await colleague(page, `Over ${testInfo.workerIndex}${testInfo.retry}`);
  const sendStray = await hostileUpdates(other);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Saved.");
  await expect(saved).toBeVisible();
  await other.goto(`/desk/stories/${id}`);
  await expect(editor(other).text).toHaveText("Saved.");
  await context.setOffline(true);
  await expect(page.getByText("Working offline.")).toBeVisible();
  await page.keyboard.type(" The exclusive.");
  await expect(page.getByRole("alert").filter({ hasText: "only in this window: keep it open" })).toBeVisible();
  sendStray("Words without a place.");
  await expect(other.getByRole("status").filter({ hasText: "could not be kept in the text" })).toBeVisible();

  let goOn = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(`**/api/stories/${id}/document`, async (route) => {
    await isAnswered;
    await route.continue();
  });
  await context.setOffline(false);
  await expect(page.getByText("Opening…").first()).toBeVisible({ timeout: 15_000 });
  await page.getByRole("banner").getByRole("link", { name: "Stories" }).click();
  await page.getByRole("alertdialog", { name: "Leave without saving?" }).getByRole("button", { name: "Stay" }).click();
  goOn();
  await expect(page.getByText(/Recovered text from .* was put back\./)).toBeVisible();
  for (const window of [page, other]) await expect(editor(window).text).toHaveText("Saved. The exclusive.");
  await expect(saved).toBeVisible();
  await other.context().close();
});

test("a window that is older than the text writes nothing, keeps what it has, and says reload", async ({
  page,
  context,
}) => {
  await signIn(page);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Of the old window. ");
  await expect(saved).toBeVisible();
  // Without a connection, or the window may be told, and refuse keys, before the words are in it.
  await context.setOffline(true);
  await raiseSchema(id, 1_000);
  await page.keyboard.type("And more.");
  await context.setOffline(false);
  const alarm = page.getByRole("alert").filter({ hasText: "This window is older than the text" });
  await expect(alarm).toBeVisible();
  await expect(text).toContainText("Of the old window. And more.");
  await expect(text).toHaveAttribute("contenteditable", "false");
  await expect(alarm.getByRole("button", { name: "Reload" })).toBeVisible();
  // The newer build is there: the reloaded window is as new as the text, and sends what was kept.
  await raiseSchema(id, 1);
  page.on("dialog", (dialog) => void dialog.accept());
  await alarm.getByRole("button", { name: "Reload" }).click();
  await expect(text).toContainText("Of the old window. And more.");
  await expect(saved).toBeVisible();
});

test("somebody else who signs in in the same browser does not get what was not sent", async ({ page, context }) => {
  await signIn(page);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Sent. ");
  await expect(saved).toBeVisible();
  await endSession(context);
  await page.keyboard.type("Not sent.");
  await expect(page.getByRole("alert").filter({ hasText: "You are signed out" })).toBeVisible({ timeout: 10_000 });
  await page.getByLabel("Slugline").fill("not sent either");
  await page.getByLabel("Slugline").press("Tab");
  const other = await addColleague("Zarina Other");
  await page.getByRole("button", { name: "Sign in again" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Email").fill(other.email);
  await dialog.getByLabel("Password").fill(other.password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(dialog.getByText("is sent to nobody else")).toBeVisible();
  // What waits beside the text is tried again, and first asks whose it is.
  await page.waitForResponse((response) => response.url().endsWith("/api/auth/session"));
  const theirs = await context.newPage();
  await theirs.goto(`/desk/stories/${id}`);
  await expect(editor(theirs).text).toContainText("Sent.");
  await expect(editor(theirs).text).not.toContainText("Not sent.");
  await expect(theirs.getByLabel("Slugline")).toHaveValue("");
  await theirs.close();
  const question = page.getByRole("alertdialog", { name: "Zarina Other is signed in in this browser now" });
  await question.getByRole("button", { name: "Stay here" }).click();
  await dialog.getByLabel("Email").fill(admin.email);
  await dialog.getByLabel("Password").fill(admin.password);
  await dialog.getByRole("button", { name: "Sign in" }).click();
  await expect(saved).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(text).toContainText("Sent. Not sent.");
  await expect(page.getByLabel("Slugline")).toHaveValue("not sent either");
});
