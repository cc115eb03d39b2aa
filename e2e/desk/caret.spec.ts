import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Editor } from "@tiptap/core";
import type { Doc, XmlElement, XmlText } from "yjs";
import { signIn } from "../support/people.ts";
import { editor, newStory } from "../support/story.ts";

/** TipTap hangs the editor on its element; the binding keeps the document in the editor's state. */
type Field = HTMLElement & { editor: Editor & { state: { "y-sync$": { doc: Doc } } } };

// A slow machine tells the editor late where the caret went. Inside the page both happen at one moment, as they do there by chance.
test("the caret stays where it went when somebody else's words arrive in that moment", async ({ page }) => {
  const text = await atTheStart(page);
  await text.evaluate((field) => {
    const { doc } = (field as Field).editor.state["y-sync$"];
    window.getSelection()?.modify("move", "forward", "lineboundary");
    const words = (doc.getXmlFragment("body").get(0) as XmlElement).get(0) as XmlText;
    doc.transact(() => words.insert(0, "Here: "), "somebody else");
  });
  await page.keyboard.type(" Nobody knows why.");
  await expect(text).toHaveText("Here: The ferry stops today. Nobody knows why.");
});

test("the caret stays where it went when something is underlined in that moment", async ({ page }) => {
  const text = await atTheStart(page);
  await text.evaluate((field) => {
    const { view, state } = (field as Field).editor;
    const at = { part: "body", line: 0, from: 0, to: 3, quote: "The" };
    window.getSelection()?.modify("move", "forward", "lineboundary");
    view.dispatch(state.tr.setMeta("struck$", [{ check: "x", severity: "warning", message: "x", at }]));
  });
  await page.keyboard.type(" Nobody knows why.");
  await expect(text).toHaveText("The ferry stops today. Nobody knows why.");
});

async function atTheStart(page: Page): Promise<Locator> {
  await signIn(page);
  await newStory(page);
  const { text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("The ferry stops today.");
  await text.press("Control+Home");
  await expect(saved).toBeVisible();
  return text;
}

test("a key or a press right after another goes where that one led, however late the machine draws", async ({
  page,
}) => {
  await signIn(page);
  await page.addInitScript(() => {
    const draw = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (run) => window.setTimeout(() => draw(run), 400);
  });
  await page.goto("/desk");
  await newStory(page);
  const { headline, standfirst, text } = editor(page);
  await expect(headline).toBeFocused();
  // Before it has been drawn that the story waits for its headline, somebody presses into the text.
  await text.click();
  await page.keyboard.type("Here");
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  await page.keyboard.type(" and nowhere else.");
  await expect(text).toHaveText("Here and nowhere else.");
  await headline.click();
  await page.keyboard.type("No ferry\nNobody knows why.");
  await expect(headline).toHaveText("No ferry");
  await expect(standfirst).toHaveText("Nobody knows why.");
});

// Just after the focus came, ProseMirror takes the start of the text for the browser's doing. Here no time passes after it.
test("the caret stays where a key led it in the moment after the focus came", async ({ page }) => {
  await signIn(page);
  await newStory(page);
  const { headline, text, saved } = editor(page);
  await text.click();
  await page.keyboard.type("The ferry stops today.\nNobody knows why.");
  await expect(saved).toBeVisible();
  await headline.focus();
  await page.clock.setFixedTime(Date.now() + 60_000);
  await text.press("Control+End");
  await page.keyboard.type(" He went fishing.");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("End");
  await page.keyboard.type(" So it is said.");
  await expect(text).toHaveText("The ferry stops today. So it is said.Nobody knows why. He went fishing.");
});

// Chromium steps over what is no text of its own, Firefox selects it; ProseMirror puts back only what stands in the first text.
test("Control+Home goes as far up as there is a place, whatever it is, also in the moment after the focus came", async ({
  page,
}) => {
  const text = await atTheStart(page);
  await page.clock.setFixedTime(Date.now() + 60_000);
  for (const first of [
    { type: "embed", attrs: { url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ" } },
    { type: "horizontalRule" },
    { type: "factBox", content: [{ type: "factBoxTitle" }, { type: "paragraph" }] },
  ]) {
    await text.evaluate((field, first) => {
      const last = { type: "paragraph", content: [{ type: "text", text: "The ferry stops today." }] };
      (field as Field).editor.commands.setContent({ type: "doc", content: [first, last] });
    }, first);
    await text.press("Control+End");
    await editor(page).headline.focus();
    await text.press("Control+Home");
    await page.keyboard.type("Before. ");
    await expect(text).toHaveText(/^Before\. .*The ferry stops today\.$/);
    expect(await text.evaluate((field) => JSON.stringify((field as Field).editor.getJSON()))).toContain(first.type);
  }
});

test("text that gets the focus without a press has its caret where this person last stood", async ({ page }) => {
  const text = await atTheStart(page);
  const { headline } = editor(page);
  await page.keyboard.press("End");
  await page.keyboard.type(" Nobody");
  await headline.click();
  await page.keyboard.type("No ferry");
  await page.getByRole("button", { name: "Add a teaser for cards" }).focus();
  await page.keyboard.press("Tab");
  await expect(text).toBeFocused();
  await page.keyboard.type(" knows");
  await text.evaluate((field) =>
    (field as Field).editor.commands.insertContentAt(0, { type: "horizontalRule" }, { updateSelection: false }),
  );
  await headline.click();
  await text.focus();
  await page.keyboard.type(" why.");
  await expect(text).toHaveText("The ferry stops today. Nobody knows why.");
});
