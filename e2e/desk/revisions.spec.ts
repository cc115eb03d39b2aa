import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { nameState, openMenu, states } from "../support/revisions.ts";
import { atRest, editor, newStory, publish } from "../support/story.ts";

test("a state is named, compared with the draft, restored, the restore undone and made again, and published", async ({
  page,
}, testInfo) => {
  test.slow();
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  await signIn(page);
  const id = await newStory(page);
  const { headline, text, section, saved } = editor(page);
  await headline.pressSequentially(`The ferry stops at Balykchy ${mark}`);
  await text.click();
  await page.keyboard.type("The ferry stops today.\nNobody knows why.\nThe harbour master is silent.");
  await expect(saved).toBeVisible();
  await nameState(page, "As filed");

  await text.press("Control+End");
  await page.keyboard.type("\nHe went fishing.");
  await text.press("Control+Home");
  await page.keyboard.press("End");
  for (let n = 0; n < "today.".length; n++) await page.keyboard.press("Backspace");
  await page.keyboard.type("tomorrow.");
  await expect(saved).toBeVisible();

  await openMenu(page, "Revisions");
  await expect(page.getByRole("heading", { level: 1, name: "Revisions" })).toBeVisible();
  await expect(states(page).first()).toContainText("The draft now");
  await expect(states(page).nth(1)).toContainText("As filed");
  const marked = page.getByRole("region", { name: /^From/ });
  await expect(marked.locator("del", { hasText: "today" })).toBeVisible();
  await expect(marked.locator("ins", { hasText: "tomorrow" })).toBeVisible();
  await expect(marked.locator("ins", { hasText: "He went fishing." })).toBeVisible();
  await expect(marked.getByText("4 words added, 1 word removed.")).toBeVisible();

  // From change to change, by keys and by button.
  const [first, second] = [marked.locator("del", { hasText: "today" }), marked.locator("ins", { hasText: "fishing" })];
  await page.keyboard.press("j");
  await expect(first).toBeFocused();
  await page.keyboard.press("j");
  await expect(second).toBeFocused();
  await page.keyboard.press("k");
  await expect(first).toBeFocused();
  await marked.getByRole("button", { name: "Next change" }).click();
  await expect(marked.getByText("2 of 2")).toBeVisible();
  await expect(second).toBeInViewport();

  await page.getByRole("link", { name: /^Restore As filed/ }).click();
  const dialog = page.getByRole("dialog", { name: "Restore this text?" });
  await expect(dialog.locator("del", { hasText: "He went fishing." })).toBeVisible();
  await dialog.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(text).toContainText("The ferry stops today.");
  await expect(text).not.toContainText("fishing");
  await expect(saved).toBeVisible();

  await text.press("Control+z");
  await expect(text).toContainText("The ferry stops tomorrow.");
  await expect(text).toContainText("He went fishing.");
  await expect(saved).toBeVisible();

  await page.goto(`/desk/stories/${id}/revisions`);
  await states(page).filter({ hasText: "As filed" }).getByRole("link").click();
  await page.getByRole("link", { name: /^Restore As filed/ }).click();
  await dialog.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(text).toContainText("The ferry stops today.");
  await section.selectOption("Security");
  await expect(saved).toBeVisible();
  await publish(page);

  await page.goto(`/desk/stories/${id}/revisions`);
  await expect(states(page).first()).toContainText("Published");
  await expect(states(page).first()).toContainText("Live");
  await expect(states(page).filter({ hasText: "Restored" })).toHaveCount(2);
  await expect(states(page).filter({ hasText: "Before the restore" })).toHaveCount(2);
  await states(page).filter({ hasText: "As filed" }).getByRole("link").click();
  await page.getByLabel("Compare with").selectOption({ index: 0 });
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText("The text is the same.")).toBeVisible();
});

test("who wrote what is told for each block, and within one where several did", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.pressSequentially("Apricots in Batken");
  await text.click();
  await page.keyboard.type("The trees flower early.");
  await expect(saved).toBeVisible();
  await openMenu(page, "Who wrote what");
  await expect(page.getByRole("heading", { level: 1, name: "Who wrote what" })).toBeVisible();
  const block = page.getByRole("main").getByRole("listitem").filter({ hasText: "The trees flower early." });
  const me = await page.getByTitle("Your account").locator("span").first().textContent();
  await expect(block).toContainText(me ?? "nobody");
  await expect(block).toContainText("since just now");

  // A demo story was made by the program.
  await page.goto("/desk/stories?q=manuscripts");
  await page.getByRole("link", { name: "Six thousand manuscripts, and one woman who may turn the pages" }).click();
  await expect(text).not.toBeEmpty();
  await text.press("Control+End");
  await page.keyboard.type(" Said the harbour master.");
  await page.keyboard.press("Control+s");
  await expect(saved).toBeVisible();
  await openMenu(page, "Who wrote what");
  const shared = page.getByRole("listitem").filter({ hasText: "Said the harbour master." });
  await expect(shared).toContainText("Made by the program");
  await expect(shared).toContainText(me ?? "nobody");
});

test("a state that is not kept any more is not restored", async ({ page }) => {
  await signIn(page);
  const id = await newStory(page);
  await page.goto(`/desk/stories/${id}?restore=01a00000-0000-7000-8000-000000000000`);
  await expect(page.getByText("That state is not kept any more").first()).toBeVisible();
  await expect(page).toHaveURL(`/desk/stories/${id}`);
});

test("opening and closing a story changes nothing, not even a date", async ({ page }) => {
  await signIn(page);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Left as it is.");
  await expect(saved).toBeVisible();
  await atRest(page, id, 4);
  const shown = async () => {
    await page.goto(`/desk/stories/${id}/revisions`);
    return states(page).evaluateAll((all) =>
      all.map((one) => [one.querySelector("a")?.textContent, one.querySelector("time")?.dateTime]),
    );
  };
  const before = await shown();
  expect(before[0]?.[0]).toBe("The draft now");
  await page.goto(`/desk/stories/${id}`);
  await expect(text).toContainText("Left as it is.");
  await text.click();
  await page.keyboard.press("Control+s");
  await expect(saved).toBeVisible();
  await page.reload();
  await expect(text).toContainText("Left as it is.");
  await page.goto("/desk/stories");
  expect(await shown()).toEqual(before);
});

test("text that came in since is shown before it is published", async ({ page, context }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  await signIn(page);
  const id = await newStory(page);
  const { headline, text, section, saved } = editor(page);
  await headline.pressSequentially(`Two at the keyboard ${mark}`);
  await text.click();
  await page.keyboard.type("Seen by the editor.");
  await section.selectOption("Security");
  await expect(saved).toBeVisible();
  await page.getByRole("button", { name: "Publish…" }).click();

  const other = await context.newPage();
  await other.goto(`/desk/stories/${id}`);
  await editor(other).text.press("Control+End");
  await other.keyboard.type(" Added by a colleague.");
  await expect(editor(other).saved).toBeVisible();
  await other.close();

  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(dialog.getByText(/Text has come in since you looked, by /)).toBeVisible();
  await expect(dialog.locator("ins", { hasText: "Added by a colleague." })).toBeVisible();
  await dialog.getByRole("button", { name: "Publish what I see now" }).click();
  await expect(page.getByText("The story is live").first()).toBeVisible();
});

test("text that came in since is shown before a plan is made of it", async ({ page, context }) => {
  await signIn(page);
  const id = await newStory(page);
  const { headline, text, section, saved } = editor(page);
  await headline.pressSequentially("Two at the plan");
  await text.click();
  await page.keyboard.type("Seen by the planner.");
  await section.selectOption("Security");
  await expect(saved).toBeVisible();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Plan publication…" }).click();
  const dialog = page.getByRole("dialog", { name: "Plan the publication" });
  await dialog.getByLabel("Day and time in Bishkek").fill("2096-01-01T12:00");

  const other = await context.newPage();
  await other.goto(`/desk/stories/${id}`);
  await editor(other).text.press("Control+End");
  await other.keyboard.type(" Added by a colleague.");
  await expect(editor(other).saved).toBeVisible();
  await other.close();

  await dialog.getByRole("button", { name: "Plan", exact: true }).click();
  await expect(dialog.getByText(/Text has come in since you looked, by /)).toBeVisible();
  await expect(dialog.locator("ins", { hasText: "Added by a colleague." })).toBeVisible();
  await dialog.getByRole("button", { name: "Plan what I see now" }).click();
  await expect(page.getByText("Planned", { exact: true }).first()).toBeVisible();
});

test("text that came in since is shown before a restore takes it away, and is kept", async ({ page, context }) => {
  await signIn(page);
  const id = await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("As filed.");
  await expect(saved).toBeVisible();
  await nameState(page, "As filed");
  await text.press("Control+End");
  await page.keyboard.type(" Written on.");
  await expect(saved).toBeVisible();
  await page.goto(`/desk/stories/${id}/revisions`);
  await states(page).filter({ hasText: "As filed" }).getByRole("link").click();
  await page.getByRole("link", { name: /^Restore As filed/ }).click();
  const dialog = page.getByRole("dialog", { name: "Restore this text?" });
  await expect(dialog.locator("del", { hasText: "Written on." })).toBeVisible();

  const other = await context.newPage();
  await other.goto(`/desk/stories/${id}`);
  await editor(other).text.press("Control+End");
  await other.keyboard.type("\nAdded by a colleague.");
  await expect(editor(other).saved).toBeVisible();
  await other.close();

  await dialog.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(dialog.getByText(/Text has come in since you looked, by /)).toBeVisible();
  await expect(dialog.locator("del", { hasText: "Added by a colleague." })).toBeVisible();
  await dialog.getByRole("button", { name: "Restore what I see now" }).click();
  await expect(text).toHaveText("As filed.");
  await expect(saved).toBeVisible();

  await page.goto(`/desk/stories/${id}/revisions`);
  await states(page).filter({ hasText: "Before the restore" }).getByRole("link").click();
  await expect(page.getByRole("main")).toContainText("Added by a colleague.");
});
