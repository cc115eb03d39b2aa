import { expect, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { colleague } from "../support/colleague.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

test("a writer hears of a return, goes there, has seen it, and chooses not to get mail about the next", async ({
  page,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.retry}${Date.now() % 100_000}`;
  await signIn(page);
  const theirs = await colleague(page, mark, "author");
  const bell = theirs.getByRole("link", { name: /^Notifications/ });
  await theirs.goto("/desk");
  const id = await newStory(theirs);
  await editor(theirs).headline.fill(`Returned ${mark}`);
  await editor(theirs).text.click();
  await theirs.keyboard.type("It paid twice.");
  await expect(editor(theirs).saved).toBeVisible();
  await theirs.getByRole("button", { name: "More" }).click();
  await theirs.getByRole("menuitem", { name: "Submit for editing" }).click();
  await expect(theirs.getByText("Handed in for editing").first()).toBeVisible();
  await theirs.goto("/desk/notifications");
  await expect(bell).toHaveAccessibleName("Notifications");
  await expect(theirs.getByText(/^Nobody has called you yet/)).toBeVisible();

  await page.goto(`/desk/stories/${id}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Return to the writer…" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("Who says so?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Returned to the writer").first()).toBeVisible();

  await theirs.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(bell).toHaveAccessibleName("Notifications, 1 new");
  await theirs.goto("/desk");
  await bell.click();
  const told = theirs.getByRole("region", { name: "Today" }).getByRole("listitem");
  await expect(told).toContainText(/New.* returned to you/);
  expect(await foundByAxe(theirs)).toEqual([]);

  const returns = theirs.getByRole("group", { name: "Returns" });
  await returns.getByLabel("By mail").uncheck();
  await expect(returns.getByText("Saved")).toBeVisible();
  await theirs.reload();
  await expect(returns.getByLabel("By mail")).not.toBeChecked();
  await expect(returns.getByLabel("In the desk")).toBeChecked();

  // By its address: lists show a headline once the text has come to rest.
  await told.locator(`a[href="/desk/stories/${id}"]`).click();
  await theirs.waitForURL(`/desk/stories/${id}`);
  await expect(theirs.getByText(/Returned by .*Who says so\?/)).toBeVisible();
  await expect(bell).toHaveAccessibleName("Notifications");
});
