import { expect, test } from "@playwright/test";
import { foundByAxe } from "../support/axe.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

test("a draft is shown to a lawyer by a link, who answers without an account and without script", async ({
  page,
  browser,
}) => {
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  await headline.pressSequentially("Who sold the glacier");
  await text.click();
  await page.keyboard.type("The minister signed on Monday.");
  await expect(saved).toBeVisible();
  const open = async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Show it to somebody outside…" }).click();
    return page.getByRole("dialog", { name: "Show it to somebody outside" });
  };
  const dialog = await open();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  await expect(dialog.getByText("Whom is it for?")).toBeVisible();
  await dialog.getByRole("textbox", { name: "For whom" }).fill("Cholpon Isaeva");
  await dialog.getByRole("checkbox", { name: "They may comment" }).check();
  await dialog.getByRole("button", { name: "Make a link" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link for Cholpon Isaeva" }).inputValue();
  await dialog.getByRole("button", { name: "Close" }).last().click();

  const outside = await browser.newContext({ javaScriptEnabled: false });
  const theirs = await outside.newPage();
  const answer = await theirs.goto(link);
  expect(answer?.headers()).toMatchObject({
    "cache-control": expect.stringContaining("no-store"),
    "x-robots-tag": expect.stringContaining("noindex"),
  });
  await expect(theirs.getByRole("heading", { level: 1, name: "Who sold the glacier" })).toBeVisible();
  await expect(theirs.getByText(/shows this draft to Cholpon Isaeva alone/)).toBeVisible();
  await theirs.getByRole("textbox", { name: "Your comment" }).fill("It was a Tuesday.");
  await theirs.getByRole("textbox", { name: "The words that it is about" }).fill("on Monday");
  await theirs.getByRole("button", { name: "Send to the newsroom" }).click();
  const comments = theirs.getByRole("region", { name: "Comments" });
  await expect(comments.getByRole("listitem")).toContainText("You It was a Tuesday.");
  const withScript = await page.context().newPage();
  await withScript.goto(link);
  expect(await foundByAxe(withScript)).toEqual([]);

  await page.getByRole("tab", { name: "Comments (1)" }).click();
  await expect(page.getByRole("region", { name: "Comments" })).toContainText("Cholpon Isaeva, by link");
  const again = await open();
  await again.getByRole("button", { name: "Revoke the link for Cholpon Isaeva" }).click();
  await expect(again.getByText("revoked")).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "There is nothing to see here" })).toBeVisible();
  expect(await theirs.content()).not.toContain("glacier");
});
