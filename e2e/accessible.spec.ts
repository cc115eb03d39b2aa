import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/people.ts";
import { editor, newStory } from "./support/story.ts";

async function expectNothingFound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

for (const colorScheme of ["light", "dark"] as const)
  for (const width of [390, 1280])
    test.describe(`axe finds nothing at ${width} px, ${colorScheme}`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      test("on what readers see", async ({ page }) => {
        for (const path of ["/", "/tags/csto", "/sections/security", "/nothing", "/sign-in"]) {
          await page.goto(path);
          await expectNothingFound(page);
        }
        await page.goto("/tags/tajik-afghan-border");
        await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
        await expectNothingFound(page);
      });

      test("at the desk", async ({ page }) => {
        await signIn(page);
        for (const path of ["/desk", "/desk/stories", "/desk/people", "/desk/rates"]) {
          await page.goto(path);
          await expectNothingFound(page);
        }
        await newStory(page);
        await expect(editor(page).text).toBeVisible();
        await expectNothingFound(page);
      });
    });
