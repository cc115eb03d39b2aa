import { expect, test } from "@playwright/test";
import { signInByHand } from "../support/people.ts";

test("an admin adds an author, who signs in, sees no people, is deactivated, and is out", async ({
  page,
  browser,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.retry}${Date.now() % 100_000}`;
  const person = {
    name: `Aigul Test ${mark}`,
    email: `aigul.${mark}@newsroom.example`,
    password: "felt, salt and seven rivers",
  };

  await signInByHand(page);
  await page.goto("/desk/people");
  await page.getByRole("button", { name: "Add someone" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(person.name);
  await dialog.getByLabel("Email").fill("not an address");
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText(/address/i).first()).toBeVisible();
  await dialog.getByLabel("Email").fill(person.email);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  const link = await dialog.getByLabel(`Link for ${person.name}`).inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(link);
  await theirs.getByLabel("New password", { exact: true }).fill(person.password);
  await theirs.getByLabel("New password again").fill(person.password);
  await theirs.getByRole("button", { name: "Set password" }).click();
  await theirs.waitForURL(/\/sign-in\?set=1$/);
  await signInByHand(theirs, person);
  await expect(theirs.getByRole("link", { name: "People" })).toHaveCount(0);
  const forced = await theirs.goto("/desk/people");
  expect(forced?.status()).toBe(403);
  await expect(theirs.getByText("Only admins")).toBeVisible();
  await theirs.goto(link);
  await expect(theirs.getByLabel("New password", { exact: true })).toHaveCount(0);

  await page.reload();
  await page.getByRole("button", { name: `Actions for ${person.name}` }).click();
  await page.getByRole("menuitem", { name: "Deactivate…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
  await expect(page.getByRole("row", { name: new RegExp(person.name) }).getByText("Deactivated")).toBeVisible();

  await theirs.goto("/desk");
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.getByLabel("Email").fill(person.email);
  await theirs.getByLabel("Password").fill(person.password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  await expect(theirs).toHaveURL(/\/sign-in/);
});
