import { expect, type Locator, type Page, test } from "@playwright/test";
import { colleague } from "../support/colleague.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

const list = (page: Page) => {
  const comments = page.getByRole("region", { name: "Comments" });
  return {
    tab: page.getByRole("tab", { name: /Comments/ }),
    comments,
    threads: comments.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Reply" }) }),
    field: comments.getByRole("textbox"),
    resolved: comments.getByRole("button", { name: /^Resolved/ }),
  };
};
const commented = (page: Page) => editor(page).text.locator(".commented");

const toolsOf = (page: Page) => page.getByRole("toolbar", { name: "Selected text" });

/** Selects the first of these words in a field, as a double click and Shift with arrows would. */
async function selectIn(field: Locator, words: string): Promise<void> {
  // A focus that no press of the mouse brought would put the selection back a moment later.
  await field.click();
  await field.evaluate((text, words) => {
    const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(words) ?? -1;
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      window.getSelection()?.removeAllRanges();
      window.getSelection()?.addRange(range);
      return;
    }
    throw new Error(`There is no "${words}" in the text.`);
  }, words);
}

async function select(page: Page, words: string): Promise<void> {
  await selectIn(editor(page).text, words);
  await expect(toolsOf(page)).toBeVisible();
}

/** To the end of the text; the tools beside a selection go once the editor knows that there is none. */
async function toEnd(page: Page): Promise<void> {
  await page.keyboard.press("Control+End");
  await expect(toolsOf(page)).toBeHidden();
}

const markOf = (info: { workerIndex: number; retry: number }) =>
  `${info.workerIndex}${info.retry}${Date.now() % 100_000}`;

test("two people talk about words of a story, which stay anchored, and readers get nothing of it", async ({
  page,
}, testInfo) => {
  const mark = markOf(testInfo);
  await signIn(page);
  const other = await colleague(page, mark);
  await page.goto("/desk");
  const id = await newStory(page);
  const { headline, text, section, saved } = editor(page);
  await headline.pressSequentially(`Commented on ${mark}`);
  await section.selectOption("Society");
  await text.click();
  await page.keyboard.type("The pass is closed. Forty lorries wait at the gate.");

  // By keyboard alone: the form opens beside the text, @ offers people, Mod+Enter sends.
  await select(page, "Forty lorries");
  await page.keyboard.press("Control+Alt+m");
  await expect(list(page).field).toBeFocused();
  await page.keyboard.type(`Says who? @nargiz ${mark.slice(0, 3)}`);
  await expect(page.getByRole("option", { name: `Nargiz ${mark}` })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("please check wolframite");
  await page.keyboard.press("Control+Enter");
  await expect(list(page).threads).toHaveCount(1);
  await expect(commented(page)).toHaveText("Forty lorries");
  await expect(saved).toBeVisible();

  // She finds it on her desk, and it is seen once she has opened it.
  const mentions = other.getByRole("region", { name: "Next for you" });
  const mention = mentions.getByRole("link", { name: `Commented on ${mark}` });
  await expect(async () => {
    // The headline that was just typed is settled a moment after it is saved.
    await other.goto("/desk");
    await expect(mention).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(mentions).toContainText(`Says who? @Nargiz ${mark} please check wolframite`);
  await mention.click();
  await other.waitForURL(/\?thread=/);
  await expect(list(other).threads).toContainText("please check wolframite");
  await expect(commented(other)).toHaveText("Forty lorries");

  // The answer arrives while the words before it change and the paragraph is split.
  await list(other).threads.getByRole("button", { name: "Reply" }).click();
  await list(other).field.fill("The border guard, by phone.");
  await other.keyboard.press("Control+Enter");
  await expect(list(page).threads).toContainText("The border guard, by phone.");
  await text.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("It snows. ");
  for (let key = 0; key < "The pass is closed. ".length; key++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(editor(other).text.getByRole("paragraph")).toHaveCount(2);
  for (const one of [page, other]) await expect(commented(one)).toHaveText("Forty lorries");
  await list(other).threads.getByRole("button", { name: "Go to the words" }).click();
  await expect(editor(other).text).toBeFocused();
  await expect(list(other).comments.locator("[aria-current]")).toContainText("Forty lorries");
  await other.goto("/desk");
  await expect(other.getByRole("heading", { name: /What waits for you/ })).toBeVisible();
  await expect(mentions.getByText("please check wolframite")).toHaveCount(0);

  // Settled, and taken up again: with it open, the dialog warns and still publishes.
  await list(page).threads.getByRole("button", { name: "Resolve" }).click();
  await expect(list(page).resolved).toHaveText("Resolved (1)");
  await expect(commented(page)).toHaveCount(0);
  await list(page).resolved.click();
  await list(page)
    .comments.getByRole("button", { name: /Reopen/ })
    .click();
  await expect(commented(page)).toHaveText("Forty lorries");
  await page.getByRole("button", { name: "Publish…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 comment is not resolved.");
  await dialog.getByRole("button", { name: "Show it" }).click();
  await page.getByRole("button", { name: "Show the comments" }).click();
  await expect(list(page).tab).toBeFocused();
  // The headline has words as well: what is said about them stays with them, before what is said about the text.
  await selectIn(headline, "Commented");
  await page.keyboard.press("Control+Alt+m");
  await expect(list(page).comments.getByRole("textbox", { name: "Your comment on “Commented”" })).toBeFocused();
  await page.keyboard.type("Too dry, say the cassiterites.");
  await page.keyboard.press("Control+Enter");
  await expect(headline.locator(".commented")).toHaveText("Commented");
  await expect(headline).toBeFocused();
  await headline.click();
  await page.keyboard.press("Home");
  await page.keyboard.type("Much ");
  await expect(headline.locator(".commented")).toHaveText("Commented");
  await expect(list(page).threads.first()).toContainText("cassiterites");
  await text.click();
  await list(page).threads.first().getByRole("button", { name: "Go to the words" }).click();
  await expect(headline).toBeFocused();
  await expect(list(page).comments.locator("[aria-current]")).toContainText("cassiterites");
  await expect(page).toHaveTitle(`Much Commented on ${mark} · Desk`);
  await publish(page, "Publish", "anyway");
  const html = await (await page.request.get(`/stories/much-commented-on-${mark}`)).text();
  expect(html).toContain("Forty lorries");
  const threadId = await text.locator("[data-comment]").first().getAttribute("data-comment");
  for (const ours of ["wolframite", "cassiterites", "border guard", "data-comment", 'commented"', id, threadId ?? "?"])
    expect(html).not.toContain(ours);
});

test("words that are cut take their comment along, a copy does not, and deleted ones stay quoted", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text } = editor(page);
  await text.click();
  await page.keyboard.type("Wind from the north, rain from the west.");
  await select(page, "from the north");
  await toolsOf(page).getByRole("button", { name: "Comment" }).click();
  await list(page).field.fill("Since when?");
  await list(page).comments.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(commented(page)).toHaveText("from the north");
  await expect(text).toBeFocused();

  await select(page, "from the north");
  await page.keyboard.press("Control+c");
  await toEnd(page);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+v");
  await expect(text.getByRole("paragraph").nth(1)).toHaveText("from the north");
  await expect(commented(page)).toHaveCount(1);

  await select(page, "from the north");
  await page.keyboard.press("Control+x");
  await expect(list(page).threads).toContainText("The words are gone: from the north");
  await toEnd(page);
  await page.keyboard.press("Control+v");
  await expect(commented(page)).toHaveText("from the north");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(text).toContainText("Wind from the north");
  await expect(commented(page)).toHaveText("from the north");

  // From the text into a field, within it, and back.
  await select(page, "from the north");
  await page.keyboard.press("Control+x");
  await expect(list(page).threads).toContainText("The words are gone: from the north");
  await headline.click();
  await page.keyboard.press("Control+v");
  await expect(headline.locator("[data-comment]")).toHaveText("from the north");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  await expect(headline).toHaveText("");
  await page.keyboard.press("Control+v");
  await expect(headline.locator("[data-comment]")).toHaveText("from the north");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await text.click();
  await toEnd(page);
  await page.keyboard.press("Control+v");
  await expect(text.getByText("from the north").last()).toBeVisible();
  await expect(commented(page)).toHaveCount(0);
  await headline.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  await expect(headline).toHaveText("");
  await text.click();
  await toEnd(page);
  await page.keyboard.press("Control+v");
  await expect(commented(page)).toHaveText("from the north");
});

test("what is not sent is kept, and who may only read comments on the story", async ({ page }, testInfo) => {
  const mark = markOf(testInfo);
  await signIn(page);
  const reader = await colleague(page, mark, "author");
  await page.goto("/desk");
  const id = await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.pressSequentially(`Read only ${mark}`);
  await text.click();
  await page.keyboard.type("Not hers to write.");
  await expect(saved).toBeVisible();
  await list(page).tab.click();
  await list(page).comments.getByRole("button", { name: "Comment", exact: true }).click();
  await page.keyboard.type("Half a thou");
  await page.keyboard.press("Escape");
  await list(page).comments.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(list(page).field).toHaveValue("Half a thou");
  await page.keyboard.type("ght");
  await page.context().setOffline(true);
  await page.keyboard.press("Control+Enter");
  await expect(list(page).comments).toContainText("The newsroom did not answer.");
  await expect(list(page).field).toHaveValue("Half a thought");
  await page.context().setOffline(false);
  await page.keyboard.press("Control+Enter");
  await expect(list(page).threads).toHaveCount(1);

  await reader.goto(`/desk/stories/${id}`);
  await list(reader).tab.click();
  await list(reader).comments.getByRole("button", { name: "Comment", exact: true }).click();
  await list(reader).field.fill("A question from beside.");
  await reader.keyboard.press("Control+Enter");
  await expect(list(page).threads).toHaveCount(2);
  await expect(list(page).comments).toContainText("About the story");

  // She finds better words for hers; what was there is in the field, and the others see what it says now.
  const hers = list(reader).threads.filter({ hasText: "from beside" });
  const mine = list(page).threads.filter({ hasText: "Half a thought" });
  await expect(list(reader).threads.getByRole("button", { name: /Edit/ })).toHaveCount(1);
  await hers.getByRole("button", { name: "Edit your comment “A question from beside.”" }).press("Enter");
  await expect(list(reader).field).toHaveValue("A question from beside.");
  await expect(list(reader).field).toBeFocused();
  await reader.keyboard.type(" Two of them.");
  await reader.keyboard.press("Control+Enter");
  await expect(hers.getByRole("button", { name: "Edit" })).toBeFocused();
  await expect(list(page).comments).toContainText("A question from beside. Two of them.");
  await expect(list(page).comments).toContainText("· edited");

  // Answered, and taken back by who may: its place is kept. What nobody answered goes with its thread.
  await hers.getByRole("button", { name: "Reply" }).click();
  await list(reader).field.fill("Never mind.");
  await reader.keyboard.press("Control+Enter");
  const answered = list(page).threads.filter({ hasText: "Never mind." });
  await answered.getByRole("button", { name: "Remove the comment “A question from beside. Two of them.”" }).click();
  const asked = page.getByRole("alertdialog", { name: `Remove the comment of Nargiz ${mark}?` });
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(asked).toHaveCount(0);
  await expect(answered).toBeFocused();
  await expect(list(reader).threads.filter({ hasText: "Comment removed" })).toContainText("Never mind.");
  await mine.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("heading", { name: "Comments" })).toBeFocused();
  for (const one of [page, reader]) await expect(list(one).threads).toHaveCount(1);
});
