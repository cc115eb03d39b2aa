import { expect, type Page, test } from "@playwright/test";
import { colleague } from "../support/colleague.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

/** A verb of the More menu, found by typing its first letters as well as with the pointer. */
async function choose(page: Page, verb: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: verb }).click();
}

test("a story is assigned, handed in, returned with a reason, and waits for legal; its history says who did what", async ({
  page,
}) => {
  const mark = String(Date.now());
  await signIn(page);
  const theirs = await colleague(page, mark, "author");

  await page.goto("/desk");
  const id = await newStory(page);
  await editor(page).headline.fill("What the ministry paid");
  await page.getByLabel("Assigned to").selectOption({ label: `Nargiz ${mark}` });
  await expect(page.getByText(`Assigned to Nargiz ${mark}`)).toBeVisible();
  await page.getByLabel("Priority").selectOption("Urgent");
  await expect(page.getByText("Urgent", { exact: true }).first()).toBeVisible();

  await theirs.goto("/desk/stories?assignee=me");
  // By its address: lists show a headline once the text has come to rest.
  await theirs.locator(`a[href="/desk/stories/${id}"]`).click();
  await editor(theirs).text.click();
  await theirs.keyboard.type("It paid twice.");
  await choose(theirs, "Submit for editing");
  await expect(theirs.getByText("Handed in for editing").first()).toBeVisible();

  await page.goto(`/desk/stories/${id}`);
  await choose(page, "Return to the writer…");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Return" }).click();
  await expect(dialog.getByText("Please give a reason.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("Who says so?");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Returned to the writer").first()).toBeVisible();
  await expect(dialog).toBeHidden();
  await choose(page, "Refer to legal…");
  await dialog.getByRole("button", { name: "Refer" }).click();
  await expect(page.getByText(/^Waits for legal/)).toBeVisible();

  await theirs.goto("/desk");
  const returned = theirs
    .getByRole("region", { name: "Next for you" })
    .getByRole("listitem")
    .filter({ hasText: "What the ministry paid" });
  await expect(returned).toContainText("Rewrite");
  await expect(returned).toContainText("Who says so?");
  await returned.locator(`a[href="/desk/stories/${id}"]`).click();
  await expect(theirs.getByText(/Returned by .*Who says so\?/)).toBeVisible();
  await theirs.getByRole("button", { name: "Publish…" }).click();
  await expect(theirs.getByRole("dialog").getByText(/waits for legal/)).toBeVisible();

  await page.goto(`/desk/stories/${id}/history`);
  const entries = page.getByRole("list", { name: /What happened/ }).getByRole("listitem");
  await expect(entries.nth(0)).toContainText("referred it to legal");
  await expect(entries.nth(1)).toContainText("returned it from Edit to Draft");
  await expect(entries.nth(1)).toContainText("Who says so?");
  await expect(entries.nth(2)).toContainText(`Nargiz ${mark} handed it in to Edit`);
  await expect(entries.last()).toContainText("started it");
});

/** The moves that a stage allows, in the form for stages. */
async function allowOnly(page: Page, stage: string, ...names: string[]): Promise<void> {
  const row = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Remove ${stage}` }) });
  await row.locator("summary").press("Enter");
  for (const name of names) await row.getByRole("checkbox", { name, exact: true }).check();
  for (const box of await row.getByRole("checkbox").all())
    if (!names.includes((await box.evaluate((one: HTMLInputElement) => one.labels?.[0]?.textContent)) ?? ""))
      await box.uncheck();
}

test("stages without a way back are not saved; where a return leads nowhere, the menu says why", async ({ page }) => {
  await signIn(page);
  await page.goto("/desk");
  const id = await newStory(page);
  await editor(page).headline.fill("The lawyers read");
  await page.getByLabel("Stage", { exact: true }).selectOption("Legal");
  await expect(page.getByLabel("Stage", { exact: true })).toHaveValue("legal");

  await page.goto("/desk/settings/workflow");
  await allowOnly(page, "Legal", "Ready");
  await allowOnly(page, "Ready", "Legal");
  await page.getByRole("button", { name: "Save the stages" }).click();
  await expect(page.getByText("From “Legal” no way leads back to the writer.")).toBeVisible();
  await expect(page.getByText("From “Ready” no way leads back to the writer.")).toBeVisible();
  await page.reload();
  await allowOnly(page, "Legal", "Ready");
  await page.getByRole("button", { name: "Save the stages" }).click();
  await expect(page.getByText("The stages are saved").first()).toBeVisible();

  await page.goto(`/desk/stories/${id}`);
  await page.getByRole("button", { name: "More" }).click();
  const back = page.getByRole("menuitem", { name: "Return to the writer…" });
  await expect(back).toContainText("From Legal a story moves to Ready, not to Draft.");
  await expect(back).toHaveAttribute("aria-disabled", "true");

  await page.goto("/desk/settings/workflow");
  const legal = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: "Remove Legal" }) });
  await legal.locator("summary").press("Enter");
  for (const box of await legal.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: "Save the stages" }).click();
  await expect(page.getByText("The stages are saved").first()).toBeVisible();
  await page.goto(`/desk/stories/${id}`);
  await choose(page, "Return to the writer…");
  await page.getByRole("dialog").getByLabel("Reason").fill("The minister's answer is missing.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel("Stage", { exact: true })).toHaveValue("draft");
});

test("an admin renames a stage and puts it elsewhere, and stories show it", async ({ page }) => {
  await signIn(page);
  await page.goto("/desk/settings/workflow");
  const copy = page.getByLabel("Name of stage 5");
  await expect(copy).toHaveValue("Copy");
  await copy.fill("Subs");
  await page.getByRole("button", { name: "Subs up" }).click();
  await page.getByRole("button", { name: "Save the stages" }).click();
  await expect(page.getByText("The stages are saved").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Name of stage 4")).toHaveValue("Subs");
  await page.goto("/desk/stories");
  await expect(page.getByLabel("Stage").locator("option", { hasText: "Subs" })).toBeAttached();

  await page.goto("/desk/settings/workflow");
  await page.getByLabel("Name of stage 4").fill("Copy");
  await page.getByRole("button", { name: "Copy down" }).click();
  await page.getByRole("button", { name: "Save the stages" }).click();
  await expect(page.getByText("The stages are saved").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Name of stage 5")).toHaveValue("Copy");
});
