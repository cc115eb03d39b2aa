import type { Page } from "@playwright/test";
import { signIn } from "./people.ts";

/** A colleague called "Nargiz {mark}", added by the admin of `page`, in a browser of their own. */
export async function colleague(
  page: Page,
  mark: string,
  role: "Editor" | "Author" | "Contributor" = "Editor",
): Promise<Page> {
  const person = {
    name: `Nargiz ${mark}`,
    email: `nargiz.${mark}@newsroom.example`,
    password: "felt, salt and seven rivers",
  };
  await page.goto("/desk/people");
  await page.getByRole("button", { name: "Add someone" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(person.name);
  await dialog.getByLabel("Email").fill(person.email);
  await dialog.getByRole("radio", { name: new RegExp(role) }).check();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const link = await dialog.getByLabel(`Link for ${person.name}`).inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();
  const theirs = await (await page.context().browser()?.newContext())?.newPage();
  if (!theirs) throw new Error("There is no second browser.");
  await theirs.goto(link);
  await theirs.getByLabel("New password", { exact: true }).fill(person.password);
  await theirs.getByLabel("New password again").fill(person.password);
  await theirs.getByRole("button", { name: "Set password" }).click();
  await theirs.waitForURL(/\/sign-in\?set=1$/);
  await signIn(theirs, person);
  return theirs;
}
