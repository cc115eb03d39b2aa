import { expect, type Page } from "@playwright/test";

/** The parts of the editor, as a person finds them. */
export const editor = (page: Page) => ({
  headline: page.getByRole("textbox", { name: "Headline" }),
  standfirst: page.getByRole("textbox", { name: "Standfirst" }),
  text: page.getByRole("textbox", { name: "Text", exact: true }),
  section: page.getByLabel("Section"),
  tags: page.getByRole("combobox", { name: "Tags" }),
  byline: page.getByRole("combobox", { name: "Byline" }),
  saved: page.getByText(/^Saved( \d\d:\d\d)?$/).first(),
});

/** Opens a new, empty story; answers its id. */
export async function newStory(page: Page): Promise<string> {
  await page.getByRole("button", { name: "New story" }).click();
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  await expect(editor(page).headline).toBeVisible();
  return page.url().split("/").at(-1) ?? "";
}

/** Chooses a tag by typing; makes it if there is none of that name. */
export async function chooseTag(page: Page, name: string): Promise<void> {
  const { tags } = editor(page);
  await tags.fill(name);
  await page
    .getByRole("option", { name: new RegExp(name, "i") })
    .first()
    .click();
  const chosen = page.getByRole("button", { name: new RegExp(`Remove ${name}`, "i") });
  const another = page.getByRole("dialog").getByRole("button", { name: `Make “${name}”` });
  await expect(chosen.or(another)).toBeVisible();
  if (await another.isVisible()) await another.click();
  await expect(chosen).toBeVisible();
}

/** Publishes, or updates what is live, through the dialog; answers once the desk says that it is done. */
export async function publish(page: Page, verb: "Publish" | "Update" = "Publish", warned?: "anyway"): Promise<void> {
  await page.getByRole("button", { name: `${verb}…` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: warned ? `${verb} ${warned}` : verb, exact: true })
    .click();
  await expect(
    page.getByText(verb === "Publish" ? "The story is live" : "The live story is updated").first(),
  ).toBeVisible();
}

/** Opens the front; an older one may be served for the moment in which the new one is made. */
export async function openFrontWith(page: Page, headline: string): Promise<void> {
  await expect(async () => {
    await page.goto("/");
    await expect(page.getByRole("link", { name: headline }).first()).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** Waits until what was typed has come to rest: the list of stories shows its length. Leaves the editor. */
export async function atRest(page: Page, id: string, words: number): Promise<void> {
  const row = page.getByRole("row").filter({ has: page.locator(`a[href="/desk/stories/${id}"]`) });
  await expect(async () => {
    await page.goto("/desk/stories");
    await expect(row.getByRole("cell", { name: String(words), exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass();
}
