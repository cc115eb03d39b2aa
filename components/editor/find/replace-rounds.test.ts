import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { body, p, ul } from "#newsroom/body/testing";
import { documentOf, mergedDocument, textOf } from "#newsroom/stories/document/document";
import { aScreenlessEditor } from "../testing-window.ts";
import { replaceMatches } from "./replace-matches.ts";
import { replaceAllButOne } from "./replace-rounds.ts";
import { searchOf } from "./text-matches.ts";

type View = ReturnType<typeof aScreenlessEditor>;
const search = searchOf({ words: "snow", wholeWord: false, matchCase: true });

function replaceAll(view: View, words: string): number {
  const { rest, replaced } = replaceAllButOne(view, search?.(view.state.doc) ?? [], words);
  const { tr } = view.state;
  const last = replaceMatches(tr, rest, words);
  view.dispatch(tr);
  return replaced + last;
}

it("leaves what somebody types between two matches meanwhile where it was typed", () => {
  const text = body(p("snow on snow and snow."), ul("no snow, much snow"));
  const doc = mergedDocument([documentOf({ body: text })]);
  const theirs = mergedDocument([Y.encodeStateAsUpdate(doc)]);
  const view = aScreenlessEditor(theirs);
  view.dispatch(view.state.tr.insertText("old ", view.state.doc.textBetween(0, 23).indexOf("and") + 1));
  expect(replaceAll(aScreenlessEditor(doc), "ice")).toBe(5);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
  expect(textOf(doc).body).toEqual(body(p("ice on ice old and ice."), ul("no ice, much ice")));
});

it("replaces what all at once would, also by words with the match in them", () => {
  const line = fc.array(fc.constantFrom("snow", "snowsnow", "and", "s"), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 3 }),
      fc.constantFrom("", "ice", "snow snow"),
      (lines, words) => {
        const texts = lines.map((one) => one.join(" "));
        const doc = mergedDocument([documentOf({ body: body(...texts.map((one) => p(one))) })]);
        const view = aScreenlessEditor(doc);
        replaceAll(view, words);
        expect(view.state.doc.children.map(({ textContent }) => textContent)).toEqual(
          texts.map((one) => one.replaceAll("snow", words)),
        );
      },
    ),
  );
});
