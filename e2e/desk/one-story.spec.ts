import { expect, test } from "@playwright/test";
import { signInByHand } from "../support/people.ts";
import { chooseTag, editor, newStory, openFrontWith, publish } from "../support/story.ts";

test("one story from blank page to reader, and back", async ({ page, browser }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const headline = `Border guards wait for warm boots ${mark}`;
  const address = `/stories/border-guards-wait-for-warm-boots-${mark}`;
  const newTag = `Mountain posts ${mark}`;
  const reader = await (await browser.newContext()).newPage();

  await signInByHand(page);
  await newStory(page);
  const { headline: headlineField, standfirst, text, section, saved } = editor(page);
  await headlineField.pressSequentially(headline);
  await headlineField.press("Enter");
  await expect(standfirst).toBeFocused();
  await standfirst.pressSequentially("Winter has come early to the posts above Khorog.");
  await text.click();
  await page.keyboard.type(
    "The lorry was due on Monday.\n## What is missing\nBoots, stoves and wire.\n\n- four hundred pairs of boots\n",
  );
  await page.keyboard.type("twelve stoves\n\n\nThe ministry publishes a list.");
  for (let n = 0; n < "a list.".length; n++) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Address" }).last().fill("/sections/security");
  await page.getByRole("button", { name: "Link", exact: true }).last().click();
  await section.selectOption("Security");
  await chooseTag(page, "CSTO");
  await chooseTag(page, newTag);
  await expect(saved).toBeVisible();

  // A draft's address answers exactly like one that never existed.
  const [draft, never] = await Promise.all([
    reader.request.get(address),
    reader.request.get(`/stories/never-${mark}-was-here`),
  ]);
  expect([draft.status(), never.status()]).toEqual([404, 404]);
  expect(await draft.text()).toBe(await never.text());
  expect(draft.headers()["cache-control"]).toBe(never.headers()["cache-control"]);

  await publish(page);
  await reader.goto(address);
  await expect(reader.getByRole("heading", { level: 1, name: headline })).toBeVisible();
  await expect(reader.getByRole("heading", { level: 2, name: "What is missing" })).toBeVisible();
  await expect(reader.getByRole("listitem").filter({ hasText: "twelve stoves" })).toBeVisible();
  await expect(reader.getByRole("link", { name: "a list." })).toHaveAttribute("href", "/sections/security");
  for (const [place, heading] of [
    [`/tags/mountain-posts-${mark}`, newTag],
    ["/tags/csto", "CSTO"],
    ["/sections/security", "Security"],
  ] as const) {
    await expect(async () => {
      await reader.goto(place);
      await expect(reader.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      await expect(reader.getByRole("link", { name: headline })).toBeVisible({ timeout: 500 });
    }).toPass();
  }
  await reader.goto(`/tags/mountain-posts-${mark}`);
  await expect(reader.getByText(/Viewing results? 1(–1)? of 1/)).toBeVisible();
  await openFrontWith(reader, headline);

  // Editing the live story changes nothing for readers.
  await text.press("Control+End");
  await page.keyboard.type(" Nobody answered the telephone.");
  await page.keyboard.press("Control+s");
  await expect(saved).toBeVisible();
  await expect(page.getByText("you have unpublished changes")).toBeVisible();
  await reader.goto(address);
  await expect(reader.getByText("The ministry publishes")).toBeVisible();
  await expect(reader.getByText("Nobody answered")).toHaveCount(0);
  await publish(page, "Update");
  await expect(async () => {
    await reader.goto(address);
    await expect(reader.getByText("Nobody answered")).toBeVisible({ timeout: 500 });
  }).toPass();

  // Unpublished: gone everywhere, as if it had never been.
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Unpublish…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Unpublish" }).click();
  await expect(page.getByText("The story is not live any more").first()).toBeVisible();
  await expect(async () => {
    const gone = await reader.request.get(address);
    expect(gone.status()).toBe(404);
    expect(await gone.text()).toBe(await never.text());
    expect((await reader.request.get(`/tags/mountain-posts-${mark}`)).status()).toBe(404);
    for (const place of ["/", "/sections/security", "/tags/csto"])
      expect(await (await reader.request.get(place)).text()).not.toContain(headline);
  }).toPass();
});
