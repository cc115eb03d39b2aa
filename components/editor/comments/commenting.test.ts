import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { documentSchema } from "#newsroom/body/annotations";
import { commentedIn, commentingPlugin, threadsShown } from "./commenting.ts";

const about = (id: string) => [{ type: "comment", attrs: { id } }];
const start = () =>
  EditorState.create({
    doc: documentSchema.nodeFromJSON({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Lorries " },
            { type: "text", text: "wait", marks: about("open") },
            { type: "text", text: " in the " },
            { type: "text", text: "snow", marks: about("resolved") },
          ],
        },
      ],
    }),
    plugins: [commentingPlugin({ isKnown: () => true, isBeside: () => false })],
  });
const marked = (state: EditorState) =>
  commentedIn(state)
    .marks.find()
    .map(({ from, to }) => state.doc.textBetween(from, to));
const at = (state: EditorState, place: number) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)));

it("marks the words of open threads and of no others", () => {
  let state = start();
  expect(marked(state)).toEqual([]);
  state = state.apply(threadsShown(state.tr, new Set(["open", "elsewhere"])));
  expect(marked(state)).toEqual(["wait"]);
  expect([...commentedIn(state).spots.keys()]).toEqual(["open", "resolved"]);
  state = state.apply(state.tr.insertText("Forty ", 1));
  expect(marked(state)).toEqual(["wait"]);
  state = state.apply(threadsShown(state.tr, new Set()));
  expect(marked(state)).toEqual([]);
});

it("knows the open thread at the cursor", () => {
  let state = start();
  state = state.apply(threadsShown(state.tr, new Set(["open"])));
  expect(commentedIn(at(state, 2)).active).toBe(null);
  expect(commentedIn(at(state, 11)).active).toBe("open");
  expect(commentedIn(at(state, 23)).active).toBe(null);
});

it("forgets words that are deleted", () => {
  let state = start();
  state = state.apply(threadsShown(state.tr, new Set(["open"])));
  state = state.apply(state.tr.delete(9, 13));
  expect([...commentedIn(state).spots.keys()]).toEqual(["resolved"]);
  expect(marked(state)).toEqual([]);
});
