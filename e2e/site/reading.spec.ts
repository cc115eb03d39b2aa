import { expect, test } from "@playwright/test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader goes from the front to a story, its tag, its section and its author", async ({ page }) => {
    await page.goto("/");
    const first = page.getByRole("main").getByRole("link").first();
    await first.click();
    await expect(page).toHaveURL(/\/stories\//);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto("/tags/tajik-afghan-border");
    await expect(page.getByText("Viewing results 1–4 of 4")).toBeVisible();
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await expect(page.locator("time[datetime]").first()).toHaveAttribute("datetime", /\+06:00$/);
    await page.getByRole("link", { name: "CSTO", exact: true }).last().click();
    await expect(page).toHaveURL(/\/tags\/csto$/);
  });

  test("a tag with many stories has pages of six and an honest line", async ({ page }) => {
    await page.goto("/tags/kyrgyzstan");
    await expect(page.getByText(/Viewing results 1–6 of \d+/)).toBeVisible();
    await page.getByRole("link", { name: "Older stories" }).click();
    await expect(page).toHaveURL(/\?page=2$/);
    await expect(page.getByText(/Viewing results 7–12 of \d+/)).toBeVisible();
  });

  test("search finds by words and marks them, and finds the stories of a tag", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("search").getByLabel("Search the paper").fill("reservoirs");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/search\?q=reservoirs$/);
    await expect(page.locator("mark").first()).toHaveText(/reservoir/i);
    await page.goto("/search?q=csto");
    await expect(page.getByText(/^Viewing results 1–\d+ of \d+$/)).toBeVisible();
    await expect(page.getByRole("list", { name: "All stories on" }).getByRole("link")).toHaveText("CSTO");
    await page.goto("/search?q=nothingatall");
    await expect(page.getByText("Nothing was found.")).toBeVisible();
  });

  test("signing in works", async ({ page }) => {
    await page.goto("/desk");
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel("Email").fill("nobody@newsroom.example");
    await page.getByLabel("Password").fill("not the password at all");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue("nobody@newsroom.example");
  });
});

test("search offers what is there while somebody types, by keyboard alone", async ({ page }) => {
  await page.goto("/search");
  const field = page.getByRole("main").getByRole("combobox", { name: "Search the paper" });
  await field.focus();
  await page.keyboard.type("cst");
  await expect(page.getByRole("option", { name: "CSTO Organisation" })).toBeVisible();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await field.fill("csto");
  await expect(page.getByRole("option", { name: "CSTO Organisation" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { name: "CSTO Organisation", selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tags\/csto$/);
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await page.getByRole("complementary", { name: "Related stories" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/stories\//);
});

for (const path of [
  "/search?q=csto&page=99",
  "/search?q=csto&q=snow",
  "/search?page=2",
  "/tags/kyrgyzstan?page=99",
  "/tags/kyrgyzstan?page=0",
  "/tags/kyrgyzstan?page=x",
  "/tags/nothing",
  "/sections/nothing",
  "/authors/nobody",
  "/nothing/at/all",
  "/stories/%00",
  "/withdrawn",
  "/page-not-found",
])
  test(`${path} is a 404 with the designed page`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
  });

test("readers' pages carry no framework script, one small module of ours, and a strict policy", async ({
  page,
  request,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const path of ["/", "/tags/csto", "/sections/security", "/nothing", "/search?q=csto"]) {
    const html = await (await request.get(path)).text();
    expect(html).not.toMatch(/_next[^"]*\.js/);
    expect(html).not.toContain("__next_f");
    expect(html.match(/<script(?![^>]*ld\+json)[^>]*>/g) ?? []).toHaveLength(1);
  }
  const front = await request.get("/");
  expect(front.headers()["content-security-policy"]).toContain("script-src 'self'");
  expect(front.headers()["content-security-policy"]).not.toContain("unsafe-inline");
  expect(front.headers()["set-cookie"]).toBeUndefined();
  expect(front.headers()["x-powered-by"]).toBeUndefined();
  await page.goto("/");
  await expect(page.getByRole("list", { name: "Currency rates in US dollars" })).toBeVisible();
  expect(complaints).toEqual([]);
});

test("what only Next asks for is not there, and an unchanged page is not sent twice", async ({ request }) => {
  expect((await request.get("/", { headers: { RSC: "1" } })).status()).toBe(404);
  expect((await request.get("/?_rsc=x")).status()).toBe(404);
  const front = await request.get("/");
  const again = await request.get("/", { headers: { "if-none-match": front.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
  const head = await request.head("/");
  expect(head.status()).toBe(200);
  expect(head.headers().etag).toBe(front.headers().etag);
});
