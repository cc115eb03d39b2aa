import { devices, expect, type Locator, type Page, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor } from "../support/story.ts";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];
test.use({ ...phone, viewport: { width: 390, height: 844 } });

/** What the keyboard of a phone leaves of the screen. */
const keyboard = (page: Page) => page.setViewportSize({ width: 390, height: 400 });

/** Is the line that is being written in sight, under no bar? */
async function seesItsLine(page: Page) {
  await expect(async () => {
    const hidden = await page.evaluate(() => {
      const range = window.getSelection()?.getRangeAt(0);
      const place = range?.getClientRects()[0] ?? range?.startContainer.parentElement?.getBoundingClientRect();
      if (!place) return "no caret";
      const middle = place.top + place.height / 2;
      if (middle < 0 || middle > window.innerHeight) return `outside: ${middle}`;
      const above = document.elementFromPoint(Math.min(place.left + 1, window.innerWidth - 2), middle);
      return above?.closest("[role=textbox]") ? null : `under ${above?.className}`;
    });
    expect(hidden).toBeNull();
  }).toPass();
}

async function isTappable(control: Locator) {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
}

test("a story is written, marked up and published on a phone with its keyboard open", async ({ page }, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  await signIn(page);
  await page.getByRole("button", { name: "New story" }).tap();
  const { headline, text, section } = editor(page);
  await headline.tap();
  await keyboard(page);
  await page.keyboard.type(`Written on the bus ${mark}`);
  await seesItsLine(page);
  await text.tap();
  for (let line = 0; line < 12; line++)
    await page.keyboard.type(`Line ${line} of what the driver said about the road.\n`);
  await page.keyboard.type("The last line");
  await seesItsLine(page);

  const tools = page.getByRole("toolbar", { name: "Formatting" });
  for (const name of ["Crosshead", "Bold", "Link"]) await isTappable(tools.getByRole("button", { name }).first());
  await tools.getByRole("button", { name: "Crosshead" }).first().tap();
  await expect(text.getByRole("heading", { level: 2, name: "The last line" })).toBeVisible();
  await seesItsLine(page);
  await expect(page.getByText(/^(Saved|Saving)/).first()).toBeVisible();

  await page.getByRole("button", { name: "More" }).tap();
  await page.getByRole("menuitem", { name: "Section, tags, byline…" }).tap();
  await expect(section).toBeInViewport();
  await section.selectOption("Security");
  await page.getByRole("tab", { name: "Comments" }).tap();
  await expect(page.getByRole("region", { name: "Comments" })).toBeInViewport();

  await page.getByRole("button", { name: "Publish…" }).tap();
  const dialog = page.getByRole("dialog");
  const publish = dialog.getByRole("button", { name: "Publish anyway" });
  await publish.tap();
  await expect(page.getByText("The story is live").first()).toBeVisible();
});

test("the list of blocks stands above the keyboard of a phone, the marked one in sight", async ({ page }) => {
  await signIn(page);
  await page.getByRole("button", { name: "New story" }).tap();
  const { text } = editor(page);
  await text.tap();
  await keyboard(page);
  await page.keyboard.type("One\nTwo\nThree /");
  const list = page.getByRole("listbox", { name: "Blocks" });
  await expect(list).toBeInViewport({ ratio: 1 });
  for (const key of ["ArrowDown", "ArrowUp", "ArrowUp"]) {
    await expect(list.getByRole("option", { selected: true })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press(key);
  }
  await expect(list.getByRole("option", { name: "Rule" })).toBeInViewport({ ratio: 1 });
  await seesItsLine(page);
});
