import { expect, it } from "vitest";
import { cell, csvHead, csvRow } from "./csv.ts";

it.each([
  ["plain", "plain"],
  ["=1+1", "'=1+1"],
  ["+7 700", "'+7 700"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["  =cmd()", "'  =cmd()"],
  ["\t=x", "'\t=x"],
  ['say "no", please', '"say ""no"", please"'],
  ["two\nlines", '"two\nlines"'],
  ["\r=x", '"\'\r=x"'],
  ["a=b", "a=b"],
  ["", ""],
])("%j becomes %s", (value, written) => expect(cell(value)).toBe(written));

it("one event is one line, whatever its story is called", () => {
  const about = { name: '=HYPERLINK("x")\nnext', kind: "story" as const, isInTrash: false };
  const row = csvRow({
    ...{
      id: "1",
      at: new Date("2026-11-25T08:00:00Z"),
      who: "Aida",
      type: "story.published",
      words: "published the story",
    },
    ...{ about, subject: "2" },
  });
  expect(csvHead()).toBe("at,who,type,what,about,id\r\n");
  expect(row).toBe(
    '2026-11-25T08:00:00.000Z,Aida,story.published,published the story,"\'=HYPERLINK(""x"")\nnext",2\r\n',
  );
});
