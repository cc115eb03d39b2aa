import { expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

test("a profile is added, stands on a story for readers, is renamed there, and stays while it is used", async ({
  page,
}, testInfo) => {
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const [first, later] = [`Nurgul Asan ${mark}`, `Nurgul Asan-Kyzy ${mark}`];
  const address = `/stories/walnuts-fall-early-in-arslanbob-${mark}`;
  await signIn(page);
  const add = async (name: string) => {
    await page.getByRole("button", { name: "Add a profile" }).click();
    const adding = page.getByRole("dialog", { name: "Add a profile" });
    await adding.getByLabel("Name").fill(name);
    await adding.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("row", { name: new RegExp(name) })).toBeVisible();
  };
  await page.goto("/desk/profiles");
  await add(first);
  await add(`By mistake ${mark}`);

  await page.goto("/desk");
  await newStory(page);
  const { headline, text, section, byline } = editor(page);
  await headline.fill(`Walnuts fall early in Arslanbob ${mark}`);
  await text.click();
  await page.keyboard.type("The forest is a week ahead.");
  await section.selectOption("Economy");
  await byline.fill(first);
  await page.getByRole("option", { name: first }).click();
  await publish(page);
  const bylineFor = async (name: string) => {
    await expect(async () => {
      await page.goto(address);
      await expect(page.getByRole("main").getByRole("link", { name }).first()).toBeVisible({ timeout: 500 });
    }).toPass();
    return page.getByRole("main").getByRole("link", { name }).first();
  };
  await bylineFor(first);

  await page.goto("/desk/profiles");
  await page.getByRole("button", { name: `Change ${first}…` }).click();
  const changing = page.getByRole("dialog", { name: `Change ${first}` });
  await changing.getByLabel("Name").fill(later);
  await changing.getByLabel("About them").fill("Reports from the walnut forests.");
  await changing.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The profile is changed").first()).toBeVisible();
  await (await bylineFor(later)).click();
  await expect(page.getByRole("heading", { level: 1, name: later })).toBeVisible();
  await expect(page.getByText("Reports from the walnut forests.")).toBeVisible();

  await page.goto("/desk/profiles");
  const asked = page.getByRole("alertdialog");
  await page.getByRole("button", { name: `Remove ${later}…` }).click();
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(asked.getByText("They stand in bylines of stories, now or in an earlier state.")).toBeVisible();
  await asked.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: `Remove By mistake ${mark}…` }).click();
  await asked.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`By mistake ${mark}`) })).toHaveCount(0);
  await expect(page.getByRole("row", { name: new RegExp(later) })).toBeVisible();
});
