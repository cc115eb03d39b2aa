import { expect, type Page, test } from "@playwright/test";
import { colleague } from "../support/colleague.ts";
import { signIn } from "../support/people.ts";
import { editor } from "../support/story.ts";

/**
 * Counts every click a person makes, by pointer or by a key on a button, from page to page. A choice in a list that opens is two: the test
 * chooses without opening it, and a person cannot.
 */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const count = (more: number) =>
      sessionStorage.setItem("clicks", String(Number(sessionStorage.getItem("clicks") ?? 0) + more));
    const isOne = ({ isTrusted, target }: MouseEvent) => {
      // The click on a label comes again at its control.
      const control = target instanceof Element ? target.closest("label")?.control : null;
      return isTrusted && (!control || control === target);
    };
    document.addEventListener("click", (event) => isOne(event) && count(1), { capture: true });
    document.addEventListener("change", ({ target }) => target instanceof HTMLSelectElement && count(2), {
      capture: true,
    });
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem("clicks") ?? 0));
}

test("from an idea to a live story in five clicks besides typing", async ({ page }) => {
  const mark = String(Date.now());
  await signIn(page);
  const clicks = await countClicks(page);
  await page.goto("/desk");

  await page.getByRole("button", { name: "New idea" }).click();
  const dialog = page.getByRole("dialog", { name: "New idea" });
  await expect(dialog.getByLabel("What is it about?")).toBeFocused();
  await page.keyboard.type(`bread-prices-${mark}`);
  await dialog.getByRole("radio", { name: "Economy" }).click();
  await dialog.getByRole("button", { name: "Start writing" }).click();

  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await expect(editor(page).headline).toBeFocused();
  await page.keyboard.type(`Bread costs more in Osh ${mark}`);
  // Enter goes on through standfirst to the text, without a click.
  await page.keyboard.press("Enter");
  await expect(editor(page).standfirst).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(editor(page).text).toBeFocused();
  await page.keyboard.type("A loaf costs thirty som since Monday, two more than in October.");
  await expect(editor(page).saved).toBeVisible();

  await page.getByRole("button", { name: "Publish…" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Publish( anyway)?$/ })
    .click();
  await expect(page.getByText("The story is live").first()).toBeVisible();
  expect(await clicks()).toBeLessThanOrEqual(5);

  const id = page.url().split("/").at(-1);
  await page.goto("/sections/economy");
  await page.getByRole("link", { name: `Bread costs more in Osh ${mark}` }).click();
  await expect(page.getByText("A loaf costs thirty som")).toBeVisible();
  await expect(page.getByText(`bread-prices-${mark}`)).toHaveCount(0);
  await page.goto("/desk/budget");
  await expect(page.getByRole("region", { name: "Economy" }).locator(`a[href="/desk/stories/${id}"]`)).toBeVisible();
});

test("an idea is given, taken up, moved over the board and returned from it; calendar and budget have it", async ({
  page,
}) => {
  const mark = String(Date.now());
  const name = `minibus-fares-${mark}`;
  await signIn(page);
  const theirs = await colleague(page, mark, "author");

  // By keyboard: the shortcut, the fields in order, Enter.
  await page.goto("/desk/board");
  const dialog = page.getByRole("dialog", { name: "New idea" });
  await expect(async () => {
    await page.keyboard.press("i");
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await dialog.getByRole("button", { name: "Keep the idea" }).click();
  await expect(dialog.getByText("Please say in a few words what it is about.")).toBeVisible();
  await dialog.getByLabel("What is it about?").fill(name);
  await dialog.getByLabel("Brief").fill("Ride line 114 in the morning.\nWhat is paid?");
  await dialog.getByRole("group", { name: "Section" }).getByLabel("Society").check();
  await dialog.getByLabel("For", { exact: true }).selectOption(`Nargiz ${mark}`);
  await dialog.getByLabel(/^Due/).fill("2020-01-01T10:00");
  await expect(dialog.getByText("This time has passed. Please choose a later one.")).toBeVisible();
  await dialog.getByLabel(/^Due/).fill("2031-05-14T17:00");
  await dialog.getByLabel("What is it about?").press("Enter");
  await expect(page.getByText("The idea is kept").first()).toBeVisible();
  const column = (stage: string) => page.getByRole("region", { name: stage, exact: true });
  const card = (stage: string) => column(stage).getByRole("listitem").filter({ hasText: name });
  await expect(card("Idea")).toContainText("Ride line 114 in the morning.");
  // Their work alone: nobody else's card shifts under the pointer.
  await page.getByLabel("Assigned to").selectOption(`Nargiz ${mark}`);
  await page.waitForURL(/assignee=/);
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);

  await theirs.goto("/desk");
  const next = theirs.getByRole("region", { name: "Next for you" }).getByRole("listitem").filter({ hasText: name });
  await expect(next).toContainText("Take up");
  await next.getByRole("button", { name: `Start writing ${name}` }).click();
  await theirs.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await expect(theirs.getByRole("region", { name: "The idea" })).toContainText("What is paid?");
  await expect(editor(theirs).headline).toBeFocused();
  const preview = await theirs.context().newPage();
  await preview.goto(`${theirs.url()}/preview`);
  await expect(preview.getByRole("heading", { level: 1, name })).toBeVisible();
  await preview.close();

  // The board of before knows an older state: it is told, and shows what is.
  await card("Idea")
    .getByRole("button", { name: `Move ${name}` })
    .click();
  await page.getByRole("menuitem", { name: "Ready" }).click();
  await expect(page.getByText("Someone else changed this story at the same time.").first()).toBeVisible();
  await expect(card("Draft")).toBeVisible();
  await card("Draft")
    .getByRole("button", { name: `Move ${name}` })
    .press("Enter");
  await page.getByRole("menuitem", { name: "Edit" }).press("Enter");
  await expect(card("Edit")).toBeVisible();
  await expect(card("Draft")).toHaveCount(0);
  await expect(page.getByText(`${name} is in Edit`).first()).toBeVisible();
  await card("Edit").dragTo(column("Copy"));
  await expect(page.getByText(`${name} is in Copy`).first()).toBeVisible();
  await card("Copy").dragTo(column("Draft"));
  const reason = page.getByRole("dialog", { name: "Return to the writer" });
  await reason.getByLabel("Reason").fill("Whose count is it?");
  await reason.getByRole("button", { name: "Return" }).click();
  await expect(card("Draft")).toContainText("Returned");
  await theirs.goto("/desk");
  await expect(next).toContainText("Whose count is it?");

  await page.goto("/desk/calendar?week=2031-05-12");
  await expect(page.getByRole("heading", { level: 1, name: "12–18 May 2031" })).toBeVisible();
  const wednesday = page.getByRole("region", { name: "Wednesday, 14 May 2031" });
  await expect(wednesday.getByRole("listitem")).toContainText(["17:00 Bishkek · 11:00 UTC"]);
  await expect(wednesday.getByRole("listitem")).toContainText([name]);
  await wednesday.getByRole("heading").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Wednesday, 14 May 2031" })).toBeVisible();
  await page.getByRole("link", { name: "Day after" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Thursday, 15 May 2031" })).toBeVisible();

  await page.goto("/desk/budget?day=2031-05-14");
  const line = page.getByRole("region", { name: "Society" }).getByRole("listitem");
  await expect(line).toContainText([name]);
  await expect(line).toContainText([`Nargiz ${mark}`]);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeHidden();
  await expect(line.first()).toBeVisible();
});

test("an idea that was typed survives Escape, another page and an answer that was lost, and becomes one", async ({
  page,
}) => {
  const name = `school-roof-${Date.now()}`;
  await signIn(page);
  await page.goto("/desk/board");
  const dialog = page.getByRole("dialog", { name: "New idea" });
  await page.getByRole("button", { name: "New idea" }).click();
  await dialog.getByLabel("What is it about?").fill(name);
  await dialog.getByLabel("Brief").fill("Who pays for it?");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.goto("/desk");
  await page.goto("/desk/board");
  await page.getByRole("button", { name: "New idea" }).click();
  await expect(dialog.getByLabel("Brief")).toHaveValue("Who pays for it?");

  let lost = 0;
  await page.route("**/desk/board", async (route) => {
    if (route.request().method() !== "POST" || lost++ > 0) return route.fallback();
    await route.fetch();
    await route.abort();
  });
  await dialog.getByRole("button", { name: "Keep the idea" }).click();
  await expect(dialog.getByText("The newsroom did not answer. Please try again.")).toBeVisible();
  await dialog.getByRole("button", { name: "Keep the idea" }).click();
  await expect(page.getByText("The idea is kept").first()).toBeVisible();
  await page.goto(`/desk/stories?q=${name}`);
  await expect(page.getByRole("link", { name })).toHaveCount(1);

  await page.goto("/desk/board");
  await page.getByRole("button", { name: "New idea" }).click();
  await expect(dialog.getByLabel("What is it about?")).toHaveValue("");
  await dialog.getByLabel("What is it about?").fill("not worth it");
  await dialog.getByRole("button", { name: "Discard" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "New idea" }).click();
  await expect(dialog.getByLabel("What is it about?")).toHaveValue("");
});
