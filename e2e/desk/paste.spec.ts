import { expect, test } from "@playwright/test";
import { copied, paste } from "../support/clipboard.ts";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await newStory(page);
});

test("text from Word arrives with its structure, is saved, and one undo takes it back", async ({ page }) => {
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("Typed before. ");
  await page.keyboard.press("Enter");
  await paste(text, { html: copied("word-365.html.txt"), text: "not this" });

  await expect(text.getByRole("heading", { level: 2, name: "Snow closes the pass" })).toBeVisible();
  await expect(text.getByRole("heading", { level: 3, name: "What is closed" })).toBeVisible();
  await expect(text.locator("strong", { hasText: "nine hours" })).toBeVisible();
  await expect(text.locator("a", { hasText: "ministry" })).toHaveAttribute("href", "https://mchs.example/road?id=7");
  const roads = text.getByRole("listitem").filter({ hasText: "Roads" }).first();
  await expect(roads.getByRole("listitem").filter({ hasText: "from kilometre 129" }).last()).toBeVisible();
  await expect(text.locator("blockquote")).toHaveText("“We saw it.”");
  await expect(text).toContainText("Osh");
  await expect(text.locator("[class*=Mso], [style*=mso], o\\:p")).toHaveCount(0);

  await expect(saved).toBeVisible();
  await page.reload();
  await expect(text.getByRole("heading", { level: 2, name: "Snow closes the pass" })).toBeVisible();

  await text.getByText("Typed before.").click();
  await page.keyboard.press("End");
  await page.keyboard.type("More. ");
  await paste(text, { html: copied("google-docs.html.txt") });
  await expect(text.getByRole("heading", { name: "Water at night" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(text.getByRole("heading", { name: "Water at night" })).toHaveCount(0);
  await expect(text).toContainText("Typed before. More.");
});

test("Markdown becomes blocks; with Shift the words stay as they are", async ({ page }) => {
  const { text } = editor(page);
  await text.click();
  await paste(text, { text: "## Stops\n\n- Tokmok\n  - the bridge\n\nThe **last** one." });
  await expect(text.getByRole("heading", { name: "Stops" })).toBeVisible();
  await expect(text.getByRole("listitem").getByRole("listitem")).toHaveText("the bridge");
  await expect(text.locator("strong")).toHaveText("last");
  await page.keyboard.press("Control+z");
  await expect(text).toHaveText("");
  await page.keyboard.down("Shift");
  await paste(text, { text: "## Stops", html: "<h2>Stops</h2>" });
  await page.keyboard.up("Shift");
  await expect(text).toHaveText("## Stops");
});

test("pictures are left out, and the desk says so", async ({ page }) => {
  const { text } = editor(page);
  await text.click();
  await paste(text, { html: copied("wordpress.html.txt") });
  await expect(text).toContainText("The tongue in July");
  await expect(text.locator("img[src]")).toHaveCount(0);
  await expect(page.getByText("A picture was left out").first()).toBeVisible();
});

test("a headline takes any clipboard as one line", async ({ page }) => {
  const { headline } = editor(page);
  await headline.click();
  await paste(headline, { html: "<h1>Snow</h1><p>on the <b>pass</b></p>" });
  await expect(headline).toHaveText("Snow on the pass");
  await page.keyboard.press("Control+z");
  await expect(headline).toHaveText("");
  await paste(headline, { text: "long words\n".repeat(1_000) });
  await expect(headline).toContainText(/^(long words ){999}long words$/);
});

test("what another editor copied is cleaned; what is copied here comes back as it is", async ({ page }) => {
  const { text } = editor(page);
  await text.click();
  const link = "https://b.example/?utm_source=x";
  await paste(text, { html: `<h4 data-pm-slice="0 0 []">Stops</h4><p></p><p>See <a href="${link}">it</a></p>` });
  await expect(text.getByRole("heading", { level: 3, name: "Stops" })).toBeVisible();
  await expect(text.getByRole("link", { name: "it" })).toHaveAttribute("href", "https://b.example/");
  await expect(text.getByRole("paragraph")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(text).toHaveText("");

  await page.keyboard.type("/fact");
  await expect(page.getByRole("listbox", { name: "Blocks" })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Inside");
  await expect(text.locator("[data-fact-box]")).toHaveCount(1);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  await expect(text.locator("[data-fact-box]")).toHaveCount(0);
  await page.keyboard.press("Control+v");
  await expect(text.locator("[data-fact-box]")).toContainText("Inside");
});

test("words that are typed behind a pasted address are no link", async ({ page }) => {
  const { text } = editor(page);
  await text.click();
  await page.keyboard.type("See ");
  await paste(text, { text: "https://a.example/x?utm_source=y" });
  await page.keyboard.type(" and more");
  await expect(text.locator("a")).toHaveText("https://a.example/x?utm_source=y");
  await expect(text).toContainText("utm_source=y and more");
});

test("tracked deletions stay behind, and one undo takes the rest back", async ({ page }) => {
  const { headline, text } = editor(page);
  await text.click();
  await paste(text, { html: copied("word-tracked.html.txt"), text: "5060" });
  await expect(text).toContainText("The fare was 60 soms.[1]");
  await expect(page.getByText("2 tracked deletions were left out").first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(text).toHaveText("");
  await headline.click();
  await paste(headline, { html: "10<sup>6</sup> trips", text: "106 trips" });
  await expect(headline).toHaveText("10⁶ trips");
});

test("200,000 characters arrive whole, and one undo takes them back", async ({ page }, testInfo) => {
  const { text } = editor(page);
  await text.click();
  await page.keyboard.type("Before.");
  const sentence = "The pass at the tunnel was closed again because of snow and wind. ";
  const paragraphs = Array.from({ length: 400 }, (_, n) => `${n} ${sentence.repeat(8)}`.trim());
  const html = paragraphs
    .map((words) => `<p class=MsoNormal style='margin:0cm'><span lang=EN-GB>${words}<o:p></o:p></span></p>`)
    .join("\n");
  const took = await paste(text, { html });
  testInfo.annotations.push({ type: "paste", description: `${Math.round(took)} ms` });
  const arrived = await text.locator("p").allTextContents();
  expect(arrived.length).toBe(400);
  expect(arrived[0]).toBe(`Before.${paragraphs[0]}`);
  expect(arrived.slice(1)).toEqual(paragraphs.slice(1));
  await page.keyboard.press("Control+z");
  await expect(text).toHaveText("Before.");
});
