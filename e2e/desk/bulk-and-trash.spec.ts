import { expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { makeInEveryState } from "../support/program.ts";

const boxOf = (page: Page, headline: string) => page.getByRole("checkbox", { name: `Select ${headline}`, exact: true });

test("three stories are chosen, two are spiked and one refused, all of it undone; one is spiked and restored", async ({
  page,
}, testInfo) => {
  const word = `tulpar${testInfo.workerIndex}${testInfo.retry}`;
  await makeInEveryState(word);
  await signIn(page);

  await page.goto(`/desk/stories?q=${word}`);
  await boxOf(page, `${word} draft`).press("Space");
  for (const state of ["edit", "embargoed"]) await boxOf(page, `${word} ${state}`).click();
  const bar = page.getByRole("form", { name: "What to do with the chosen stories" });
  await expect(bar.getByText("3 stories chosen")).toBeVisible();
  await bar.getByLabel("Action").selectOption("Spike");
  await bar.getByRole("button", { name: "Preview…" }).click();
  await expect(bar.getByText("Please give a reason.").first()).toBeVisible();
  await bar.getByLabel("Reason").fill("Nobody confirmed it.");
  await bar.getByRole("button", { name: "Preview…" }).click();
  const preview = page.getByRole("dialog", { name: "Spike" });
  await expect(preview.getByText("2 stories will change.")).toBeVisible();
  await expect(preview.getByText("1 story will be refused: This story is live.")).toBeVisible();
  await preview.getByRole("button", { name: "Change 2 stories" }).click();

  await page.waitForURL(/\/desk\/bulk\/[0-9a-f-]{36}$/);
  await expect(page.getByText("2 stories changed. 1 story refused.")).toBeVisible();
  const refused = page.getByRole("row", { name: new RegExp(`${word} embargoed`) });
  await expect(refused.getByText("Please unpublish it first, then spike it.")).toBeVisible();
  await page.getByRole("button", { name: "Undo 2 stories" }).click();
  await expect(page.getByRole("heading", { name: "Undo “Spike”" })).toBeVisible();
  await expect(page.getByText("2 stories changed.")).toBeVisible();

  await page.goto(`/desk/stories?q=${word}`);
  await page.getByRole("link", { name: `${word} draft` }).click();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Spike…" }).click();
  await page.getByRole("alertdialog").getByLabel("Reason").fill("Twice.");
  await page.getByRole("alertdialog").getByRole("button", { name: "Spike" }).click();
  await page.waitForURL(/\/desk\/stories$/);
  await page.goto("/desk/trash");
  await page.getByRole("button", { name: `Restore ${word} draft` }).click();
  await expect(page.getByText(`“${word} draft” is restored.`)).toBeVisible();
  await page.getByRole("link", { name: "Open it" }).click();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveText(`${word} draft`);
});
