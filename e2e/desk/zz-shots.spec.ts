import { test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

test("shots", async ({ page }) => {
  await signIn(page);
  await page.goto("/desk/tags");
  await page.screenshot({ path: "/tmp/shot-tags-list.png" });
  await page.goto("/desk/tags?show=near");
  await page.screenshot({ path: "/tmp/shot-tags-near.png" });
  await page.goto("/desk/tags?q=csto");
  await page.getByRole("link", { name: "CSTO", exact: true }).click();
  await page.getByLabel("Synonyms").waitFor();
  await page.getByRole("combobox", { name: "Tag that stays" }).fill("defence");
  await page.getByRole("option", { name: /^Defence/ }).click();
  await page.screenshot({ path: "/tmp/shot-tag.png", fullPage: true });
  await page.getByRole("button", { name: /^Merge “CSTO”/ }).click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: "/tmp/shot-merge.png" });
  await page.goto("/desk/profiles");
  await page.screenshot({ path: "/tmp/shot-profiles.png" });
  await page
    .getByRole("button", { name: /^Change / })
    .first()
    .click();
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/shot-profile.png" });
  await page.keyboard.press("Escape");
  await page.goto("/desk");
  await newStory(page);
  await editor(page).tags.fill("Kyrgystan");
  await page.getByRole("option", { name: /did you mean/ }).waitFor();
  await page.screenshot({ path: "/tmp/shot-near.png" });
  await page.getByRole("option", { name: /^Make/ }).click();
  await page.getByRole("dialog").waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: "/tmp/shot-ask.png" });
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/desk/tags");
  await page.screenshot({ path: "/tmp/shot-phone.png" });
});
