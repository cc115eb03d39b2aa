import { devices, expect, type Page, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

const { defaultBrowserType: _, ...phone } = devices["Pixel 7"];

/** Is the line with the caret in the window, and nothing over it? */
async function seesItsLine(page: Page) {
  const covered = () =>
    page.evaluate(() => {
      const range = window.getSelection()?.getRangeAt(0);
      const place = range?.getClientRects()[0] ?? range?.startContainer.parentElement?.getBoundingClientRect();
      if (!place) return "no caret";
      const edges = [place.top + 1, place.top + place.height / 2, place.bottom - 1];
      const field = document.activeElement;
      // Letters reach beyond the box of their line: then it is what stands around the field.
      const isSeen = (y: number) => {
        const top = document.elementFromPoint(place.left + 1, y);
        return field?.contains(top) || top?.contains(field);
      };
      const lost = edges.find((y) => y < 0 || y > window.innerHeight || !isSeen(y));
      return lost === undefined ? null : `at ${lost}: ${document.elementFromPoint(place.left + 1, lost)?.className}`;
    });
  await expect.poll(covered).toBeNull();
}

async function shot(page: Page, name: string) {
  if (!process.env.SHOTS) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}.png` });
  }
}

async function writesWithTable(page: Page) {
  const { text } = editor(page);
  await text.click();
  for (let line = 0; line < 9; line++)
    await page.keyboard.type(`Line ${line} of what the driver said about the road.\n`);
  await page.keyboard.type("/table\n");
  const tools = page.getByRole("toolbar", { name: "Table" });
  await expect(tools).toBeVisible();
  for (let cell = 0; cell < 9; cell++) {
    await page.keyboard.type(`Cell ${cell}`);
    await page.keyboard.press("Tab");
    await seesItsLine(page);
  }
  await shot(page, `${page.viewportSize()?.width}-table-end`);
  for (let line = 0; line < 17; line++) {
    await page.keyboard.press("ArrowUp");
    await seesItsLine(page);
    if (line === 3) await shot(page, `${page.viewportSize()?.width}-table-up`);
  }
  await expect(tools).toBeHidden();
}

test("the line that is written is in sight, under no bar and no tools", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  await page.setViewportSize({ width: 1100, height: 500 });
  await writesWithTable(page);
});

test.describe("on a phone", () => {
  test.use({ ...phone, viewport: { width: 390, height: 844 } });

  test("with its keyboard open the line and the word of the save are in sight", async ({ page }) => {
    await signIn(page);
    await newStory(page);
    await shot(page, "390-new");
    await editor(page).headline.tap();
    await page.keyboard.type("Written on the bus to Osh, where the pass is closed again");
    // What the keyboard of a phone leaves of the screen.
    await page.setViewportSize({ width: 390, height: 400 });
    await seesItsLine(page);
    await shot(page, "390-headline");
    await writesWithTable(page);
    await expect(page.getByText(/^Saved( \d\d:\d\d)?$/).last()).toBeInViewport({ ratio: 1 });
    await shot(page, "390-text");
    const tools = page.getByRole("toolbar", { name: "Formatting" });
    for (const tool of await tools.getByRole("button").all()) {
      const box = await tool.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Publish…" }).scrollIntoViewIfNeeded();
    await shot(page, "390-top");
  });
});
