import { expect, type Page } from "@playwright/test";

/** The first admin of the program under test; the set-up hands it to the program by ADMIN_EMAIL and ADMIN_PASSWORD. */
export const admin = { email: "chief@newsroom.example", password: "seven herons over Naryn" };

/** Opens the desk to somebody without the page for it: many journeys begin so, and `sign-in.spec.ts` is about that page. */
export async function signIn(page: Page, { email, password } = admin): Promise<void> {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password, json: "true" };
  expect((await page.request.post("/api/auth/callback/credentials", { form })).status()).toBe(200);
  await page.goto("/desk");
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();
}

/** Signs in as a person would. */
export async function signInByHand(page: Page, { email, password } = admin): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();
}
