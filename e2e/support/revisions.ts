import { expect, type Page } from "@playwright/test";

export async function openMenu(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

export async function nameState(page: Page, name: string): Promise<void> {
  await openMenu(page, "Name this state…");
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Kept as “${name}”`).first()).toBeVisible();
}

export const states = (page: Page) => page.getByRole("region", { name: "All revisions" }).getByRole("listitem");
