import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds wrong with a page as it stands, as "rule: element, element"; `tags` of rules, or all that are on by themselves. */
export async function foundByAxe(page: Page, tags?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // What is good need not be described, and no frame is from elsewhere, for which axe would open another page each time.
    .options({ resultTypes: ["violations"] })
    .setLegacyMode();
  const { violations } = await (tags ? axe.withTags(tags) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
