import { expect, test } from "@playwright/test";

const story = "/stories/why-a-full-reservoir-is-an-argument";

test("nothing is fetched from another site before a reader asks for an embed; then it stands in a sandbox", async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.route("https://www.openstreetmap.org/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<h1>A map</h1>" }),
  );
  await page.goto(story);
  const link = page.getByRole("link", { name: "The lake and the dam, on the map" });
  await expect(link).toHaveAttribute("href", "https://www.openstreetmap.org/#map=10/41.79/72.85");
  const show = page.getByRole("button", { name: "Show it here" });
  await show.scrollIntoViewIfNeeded();
  await expect(show).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(foreign).toEqual([]);

  await show.click();
  const frame = page.locator("embed-frame iframe");
  await expect(frame).toHaveAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
  await expect(frame).toHaveAttribute("title", "The lake and the dam, on the map");
  await expect(page.frameLocator("embed-frame iframe").getByRole("heading", { name: "A map" })).toBeVisible();
  expect(new Set(foreign.map((url) => new URL(url).host))).toEqual(new Set(["www.openstreetmap.org"]));
  await expect(link).toBeVisible();
  expect(complaints).toEqual([]);
});

test("a frame of anybody else is refused by the policy", async ({ page }) => {
  let asked = 0;
  await page.route("https://elsewhere.example/**", (route) => {
    asked++;
    return route.fulfill({ contentType: "text/html", body: "x" });
  });
  await page.goto(story);
  const refused = page.waitForEvent("console", (message) => message.text().includes("frame-src"));
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = "https://elsewhere.example/";
    document.body.append(frame);
  });
  await refused;
  expect(asked).toBe(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an embed is a link and offers nothing that would not work", async ({ page }) => {
    await page.goto(story);
    await expect(page.getByRole("link", { name: "The lake and the dam, on the map" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Show it here" })).toBeHidden();
  });
});

test("a wide table scrolls within itself on a phone, by keyboard too", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/stories/what-goes-into-a-forty-som-loaf");
  const region = page.getByRole("region", { name: "What goes into a loaf of 40 som" });
  await region.focus();
  await expect(region).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(page.getByText("40\u00a0KGS ($0.46)")).toBeVisible();
});
