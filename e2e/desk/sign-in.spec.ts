import { type APIRequestContext, expect, test } from "@playwright/test";
import { admin } from "../support/people.ts";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("signs in, goes back to where one wanted to go, and signs out", async ({ page, context }) => {
    await page.goto("/desk/people");
    await expect(page).toHaveURL("/sign-in?next=%2Fdesk%2Fpeople");
    await page.getByLabel("Email").fill(admin.email);
    await page.getByLabel("Password").fill("not the right words");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toHaveText("This e-mail address and password do not fit together.");
    await expect(page.getByLabel("Email")).toHaveValue(admin.email);
    await expect(page.getByLabel("Password")).toHaveValue("");

    await page.getByLabel("Password").fill(admin.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/desk/people");
    await expect(page.getByRole("heading", { name: "People" })).toBeVisible();

    const before = await context.cookies();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/sign-in");
    // Whoever kept the cookie holds nothing: the session has ended in the database.
    await context.addCookies(before);
    await page.goto("/desk");
    await expect(page).toHaveURL("/sign-in?next=%2Fdesk");
  });

  test("goes to no other site afterwards", async ({ page }) => {
    await page.goto("/sign-in?next=//evil.test/desk");
    await page.getByLabel("Email").fill(admin.email);
    await page.getByLabel("Password").fill(admin.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL("/desk");
  });

  test("says of an unknown link what it says of every dead one", async ({ page }) => {
    await page.goto("/set-password/nothing-of-ours");
    await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  });
});

test.describe("the endpoints of next-auth", () => {
  const signIn = async (request: APIRequestContext, password: string) => {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const form = { csrfToken, email: admin.email, password, json: "true" };
    return { csrfToken, answer: await request.post("/api/auth/callback/credentials", { form }) };
  };

  test("open and end the same sessions, and name nobody in the cookie", async ({ request, baseURL }) => {
    expect((await signIn(request, "not the right words")).answer.status()).toBe(401);
    expect(await (await request.get("/api/auth/session")).json()).toEqual({});

    const { csrfToken, answer } = await signIn(request, admin.password);
    expect(answer.status()).toBe(200);
    const cookie = answer.headersArray().find(({ value }) => value.startsWith("chapar.session="))?.value;
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(await (await request.get("/api/auth/session")).json()).toMatchObject({ user: { role: "admin" } });
    expect((await request.get("/desk/people", { maxRedirects: 0 })).status()).toBe(200);

    const leave = (origin?: string) =>
      request.post("/api/auth/signout", {
        form: { csrfToken, json: "true" },
        ...(origin && { headers: { origin } }),
      });
    for (const origin of [undefined, "null", "https://evil.test"]) expect((await leave(origin)).status()).toBe(403);
    expect(await (await request.get("/api/auth/session")).json()).toHaveProperty("user");
    expect((await leave(baseURL)).status()).toBe(200);
    expect(await (await request.get("/api/auth/session")).json()).toEqual({});
  });

  test("take nobody to another site, and nothing into the log", async ({ request }) => {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const form = { ...admin, csrfToken, json: "true", callbackUrl: "https://evil.test/" };
    const { url } = await (await request.post("/api/auth/callback/credentials", { form })).json();
    expect(new URL(url).pathname).toBe("/desk");
    expect(url).not.toContain("evil.test");
    expect((await request.post("/api/auth/_log", { form: { code: "x", level: "error" } })).status()).toBe(404);
  });
});
