import { EditorState, NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import type { Body } from "#newsroom/body/body";
import { bodySchema, parseBody } from "#newsroom/body/schema";
import { attribution, body, crosshead, embed, factBox, p, pullQuote, quote, table, ul } from "#newsroom/body/testing";
import { choicesFor } from "./block-choices.ts";
import { insertBlock } from "./insert-block.ts";
import { moveBlock } from "./move-block.ts";
import { placeholdersOf } from "./placeholders.ts";
import { closedSlash, nextSlash, type SlashState } from "./slash-state.ts";
import { unwrap, wrapperDepth } from "./unwrap.ts";

/** The text with the cursor behind its first `words`. */
function editing(text: Body, words: string): EditorState {
  const doc = bodySchema.nodeFromJSON(text);
  let at = -1;
  doc.descendants((node, pos) => {
    const found = node.isText && words !== "" ? (node.text ?? "").indexOf(words) : -1;
    if (at < 0 && found >= 0) at = pos + found + words.length;
  });
  return EditorState.create({ doc, selection: at < 0 ? Selection.atStart(doc) : TextSelection.create(doc, at) });
}

/** One line a block, as deep as it stands, the cursor as `|`. */
function shown(tr: Transaction): string {
  parseBody(tr.doc.toJSON());
  const marked = tr.selection instanceof TextSelection ? tr.insertText("|", tr.selection.from) : tr;
  const lines: string[] = [];
  marked.doc.descendants((node, pos) => {
    const depth = marked.doc.resolve(pos).depth;
    if (node.isTextblock || (node.isLeaf && node.isBlock))
      lines.push(
        `${"  ".repeat(depth)}${node.type.name === "paragraph" ? "" : `${node.type.name} `}${node.textContent}`,
      );
    else if (node.isBlock) lines.push(`${"  ".repeat(depth)}${node.type.name}`);
  });
  return lines.map((line) => line.trimEnd()).join("\n");
}

describe("a new block", () => {
  const inserted = (text: Body, words: string, block: object) => {
    const { tr } = editing(text, words);
    expect(insertBlock(tr, block)).toBe(true);
    return shown(tr);
  };
  const box = { type: "factBox", content: [{ type: "factBoxTitle" }, { type: "paragraph" }] };

  it("takes the place of an empty paragraph, the cursor goes into it and a line stands behind it", () =>
    expect(inserted(body({ type: "paragraph" }), "", box)).toBe("factBox\n  factBoxTitle |\n\n"));

  it("stands after a paragraph with words", () =>
    expect(inserted(body(p("One"), p("Two")), "On", box)).toBe("One\nfactBox\n  factBoxTitle |\n\nTwo"));

  it("stands after the list, box or table that may not hold it", () => {
    expect(inserted(body(ul("One")), "One", box)).toBe(
      "bulletList\n  listItem\n    One\nfactBox\n  factBoxTitle |\n\n",
    );
    expect(inserted(body(factBox("A", "One")), "One", box)).toBe(
      "factBox\n  factBoxTitle A\n  One\nfactBox\n  factBoxTitle |\n\n",
    );
    expect(inserted(body(table("", ["One"]), p("Two")), "One", embed("https://t.me/durov/1", "x"))).toBe(
      "table\n  tableRow\n    tableHeader\n      One\nembed\n|Two",
    );
  });

  it("stands in a box that may hold it", () =>
    expect(inserted(body(factBox("A", "One"), p("Two")), "One", pullQuote("x"))).toBe(
      "factBox\n  factBoxTitle A\n  One\n  pullQuote\n    |x\n\nTwo",
    ));
});

describe("moving a block", () => {
  const moved = (text: Body, words: string, direction: "up" | "down") => {
    const { tr } = editing(text, words);
    const place = moveBlock(tr, direction);
    return place ? `${place.place}/${place.of}\n${shown(tr)}` : null;
  };
  const three = body(p("One"), crosshead("Two"), p("Three"));

  it("takes it past its neighbour, the cursor with it", () => {
    expect(moved(three, "Tw", "up")).toBe("1/3\ncrosshead Tw|o\nOne\nThree");
    expect(moved(three, "Tw", "down")).toBe("3/3\nOne\nThree\ncrosshead Tw|o");
    expect(moved(three, "O", "down")).toBe("2/3\ncrosshead Two\nO|ne\nThree");
  });

  it("does nothing at either end", () => {
    expect(moved(three, "One", "up")).toBeNull();
    expect(moved(three, "Three", "down")).toBeNull();
  });

  it("moves an item in its list, and the list when the item is at its end", () => {
    const text = body(p("Before"), ul("a", "b"));
    expect(moved(text, "b", "up")).toBe("1/2\nBefore\nbulletList\n  listItem\n    b|\n  listItem\n    a");
    expect(moved(text, "a", "up")).toBe("1/2\nbulletList\n  listItem\n    a|\n  listItem\n    b\nBefore");
  });

  it("moves a table whole, and leaves title and attribution where they belong", () => {
    expect(moved(body(table("", ["x"], ["y"]), p("After")), "x", "down")).toBe(
      "2/2\nAfter\ntable\n  tableRow\n    tableHeader\n      x|\n  tableRow\n    tableCell\n      y",
    );
    expect(moved(body(p("Before"), factBox("T", "a")), "a", "up")).toBe("1/2\nfactBox\n  factBoxTitle T\n  a|\nBefore");
    expect(moved(body(quote("a", attribution("b")), p("After")), "a", "down")).toBe(
      "2/2\nAfter\nblockquote\n  a|\n  attribution b",
    );
  });

  it("moves what is selected as a whole", () => {
    const doc = bodySchema.nodeFromJSON(body(p("One"), embed("https://t.me/durov/1", "x")));
    const { tr } = EditorState.create({ doc, selection: NodeSelection.create(doc, 5) });
    expect(moveBlock(tr, "up")).toEqual({ place: 1, of: 2 });
    expect(tr.doc.firstChild?.type.name).toBe("embed");
    expect(tr.selection).toMatchObject({ from: 0 });
  });
});

describe("taking a quote or box away", () => {
  const unwrapped = (text: Body, words: string) => {
    const { tr } = editing(text, words);
    unwrap(tr, wrapperDepth(tr.selection.$from) ?? 0);
    return shown(tr);
  };
  it("leaves every word of it", () => {
    expect(unwrapped(body(p("Before"), quote("One", "Two", attribution("She"))), "On")).toBe("Before\nOn|e\nTwo\nShe");
    expect(unwrapped(body(factBox("Title", "One", ul("a"))), "Ti")).toBe("Ti|tle\nOne\nbulletList\n  listItem\n    a");
    expect(unwrapped(body(pullQuote({ type: "paragraph" }, { type: "attribution" })), "")).toBe("|");
  });
});

describe("an empty line", () => {
  const asks = (text: Body) => placeholdersOf(editing(text, "")).map(({ words }) => words);
  const empty = { type: "paragraph" as const };

  it("asks for the story, for what belongs into quotes and boxes, and elsewhere only under the cursor", () => {
    expect(asks(body(empty))).toEqual(["Write here. “/” lists the blocks, “## ” begins a crosshead."]);
    expect(asks(body(p("One"), empty))).toEqual([]);
    expect(asks(body(empty, p("One")))).toEqual(["“/” lists the blocks"]);
    expect(asks(body(pullQuote(empty, { type: "attribution" }), quote("One", { type: "attribution" })))).toEqual([
      "The words to set large",
      "Who said it",
      "Who said it",
    ]);
    expect(asks(body({ type: "factBox", content: [{ type: "factBoxTitle" }, empty] }))).toEqual(["Title of the box"]);
  });
});

describe("the list of blocks", () => {
  const type = (state: EditorState, before: SlashState, words: string, by: "typed" | "arrived" = "typed") => {
    const tr = state.tr.insertText(words);
    const next = state.apply(tr);
    return { state: next, slash: nextSlash(before, next, { tr, change: undefined, by }) };
  };
  const opened = (text: Body, words: string, typed: string, by: "typed" | "arrived" = "typed") =>
    type(editing(text, words), closedSlash, typed, by).slash.open;
  /** Somebody else puts a line before the text: all of it is drawn anew, and the cursor put back. */
  const draw = (state: EditorState, before: SlashState) => {
    const tr = state.tr.replace(0, state.doc.content.size, editing(body(p("Theirs")), "").doc.slice(0));
    tr.insert(tr.doc.content.size, state.doc.content);
    tr.setSelection(TextSelection.create(tr.doc, state.selection.from + 8));
    const next = state.apply(tr);
    return { state: next, slash: nextSlash(before, next, { tr, change: undefined, by: "arrived" }) };
  };

  it.each([
    ["at the start of a paragraph", body({ type: "paragraph" }), "", "/", ""],
    ["after a space", body(p("Bread ")), "Bread ", "/mon", "mon"],
    ["in another script", body({ type: "paragraph" }), "", "/цит", "цит"],
  ])("opens %s", (_name, text, words, typed, query) =>
    expect(opened(text, words, typed)).toMatchObject({ query, index: 0 }),
  );

  it.each([
    ["within a word", body(p("and")), "and", "/"],
    ["in a fraction", body(p("1")), "1", "/2"],
    ["with a space behind the slash", body(p("km ")), "km ", "/ "],
    ["in a crosshead", body(crosshead("What ")), "What ", "/"],
  ])("stays closed %s", (_name, text, words, typed) => expect(opened(text, words, typed)).toBeNull());

  it("stays closed when somebody else types a slash", () =>
    expect(opened(body({ type: "paragraph" }), "", "/", "arrived")).toBeNull());

  it("stays open, with the same block marked, when somebody else's words arrive", () => {
    const one = type(editing(body(p("Bread ")), "Bread "), closedSlash, "/quo");
    const marked = nextSlash(one.slash, one.state, { tr: one.state.tr, change: { mark: 1 }, by: null });
    const drawn = draw(one.state, marked);
    expect(drawn.slash.open).toEqual({ from: 15, query: "quo", index: 1 });
    expect(type(drawn.state, drawn.slash, "t").slash.open).toMatchObject({ from: 15, query: "quot" });
  });

  it("stays waved away when somebody else's words arrive", () => {
    const one = type(editing(body(p("Bread ")), "Bread "), closedSlash, "/quo");
    const away = nextSlash(one.slash, one.state, { tr: one.state.tr, change: "dismiss", by: null });
    const drawn = draw(one.state, away);
    expect(drawn.slash.open).toBeNull();
    expect(type(drawn.state, drawn.slash, "t").slash.open).toBeNull();
  });

  it("stays closed once waved away, and starts from the top when more is typed", () => {
    const one = type(editing(body({ type: "paragraph" }), ""), closedSlash, "/");
    const marked = nextSlash(one.slash, one.state, { tr: one.state.tr, change: { mark: 3 }, by: null });
    expect(marked.open?.index).toBe(3);
    expect(type(one.state, marked, "t").slash.open).toMatchObject({ query: "t", index: 0 });
    const away = nextSlash(one.slash, one.state, { tr: one.state.tr, change: "dismiss", by: null });
    expect(type(one.state, away, "t").slash.open).toBeNull();
  });

  it("finds blocks by their names first and by what else they are called", () => {
    expect(choicesFor("quo").map(({ name }) => name)).toEqual(["blockquote", "pullQuote"]);
    expect(choicesFor("YOUTUBE").map(({ name }) => name)).toEqual(["embed"]);
    expect(choicesFor("xyz")).toEqual([]);
  });
});
