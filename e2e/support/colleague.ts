import type { Page } from "@playwright/test";
import { signIn } from "./people.ts";
import { addColleague } from "./program.ts";

/** A colleague called "Nargiz {mark}", in a browser of their own. */
export async function colleague(
  page: Page,
  mark: string,
  role: "editor" | "author" | "contributor" = "editor",
): Promise<Page> {
  const person = await addColleague(`Nargiz ${mark}`, role);
  const theirs = await (await page.context().browser()?.newContext())?.newPage();
  if (!theirs) throw new Error("There is no second browser.");
  await signIn(theirs, person);
  return theirs;
}
