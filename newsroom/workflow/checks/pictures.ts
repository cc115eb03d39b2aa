import type { Body } from "../../body/body.ts";
import type { BodyNode } from "../../body/node.ts";
import type { PictureWords } from "../../media/schema.ts";
import type { Place, Struck, Subject } from "./finding.ts";

interface Used extends PictureWords {
  pictureId: string;
  /** "The lead image", "The picture “The pass on Monday.”", "Picture 2". */
  name: string;
  at: Place;
}

/** What those who cannot see it get of a picture. */
export const missingAltText = (subject: Subject): Struck[] =>
  used(subject).flatMap(({ altText, name, at }) =>
    altText.trim() === "" ? [{ message: `${name} has no alt text: say what it shows.`, at }] : [],
  );

export const missingCredit = (subject: Subject): Struck[] =>
  used(subject).flatMap(({ credit, name, at }) =>
    credit.trim() === "" ? [{ message: `${name} has no credit: say who made it.`, at }] : [],
  );

/** Readers would get a broken picture. */
export const missingPicture = (subject: Subject): Struck[] =>
  used(subject).flatMap(({ pictureId, name, at }) =>
    subject.pictures.has(pictureId) ? [] : [{ message: `${name} is not in the library any more.`, at }],
  );

function used({ leadImage, text }: Subject): Used[] {
  const lead: Used[] = leadImage ? [{ ...leadImage, name: "The lead image", at: { part: "leadImage" } }] : [];
  const blocks = blocksIn(text.body).map((words, index): Used => {
    const name = words.caption.trim() === "" ? `Picture ${index + 1}` : `The picture “${cut(words.caption.trim())}”`;
    return { ...words, name, at: { part: "body", picture: index } };
  });
  return [...lead, ...blocks];
}

function blocksIn(body: Body): (PictureWords & { pictureId: string })[] {
  const found: (PictureWords & { pictureId: string })[] = [];
  const walk = (nodes: readonly BodyNode[]) => {
    for (const { type, attrs = {}, content = [] } of nodes) {
      if (type !== "picture") walk(content);
      else
        found.push({
          pictureId: word(attrs.pictureId),
          altText: word(attrs.altText),
          caption: word(attrs.caption),
          credit: word(attrs.credit),
        });
    }
  };
  walk(body.content);
  return found;
}

const word = (value: unknown): string => (typeof value === "string" ? value : "");

const longest = 60;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
