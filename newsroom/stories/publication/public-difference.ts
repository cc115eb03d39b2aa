import { z } from "zod";
import type { Body } from "../../body/body.ts";
import type { Compared } from "../../body/difference.ts";
import type { BodyNode } from "../../body/node.ts";
import { wordCount } from "../../body/text.ts";
import type { StoryText } from "../document/story-text.ts";
import { type StoryDifference, storyDifference } from "../revisions/story-difference.ts";

const Kind = z.enum(["same", "gone", "new"]);
const Attributes = z.record(z.string(), z.unknown());

const Node: z.ZodType<BodyNode> = z.object({
  type: z.string(),
  attrs: Attributes.exactOptional(),
  marks: z.array(z.object({ type: z.string(), attrs: Attributes.exactOptional() })).exactOptional(),
  text: z.string().exactOptional(),
  get content() {
    return z.array(Node).exactOptional();
  },
});
const Head = z.object({ type: z.string(), attrs: Attributes.exactOptional() });

const Changed: z.ZodType<Compared> = z.union([
  z.object({ kind: Kind, node: Node }),
  z.object({
    kind: z.literal("changed"),
    head: Head,
    was: Head.nullable(),
    runs: z.array(z.object({ kind: Kind, content: z.array(Node) })),
  }),
  z.object({
    kind: z.literal("changed"),
    head: Head,
    was: Head.nullable(),
    get blocks() {
      return z.array(Changed);
    },
  }),
]);

/** What readers get of a difference: the changed lines, and passages of the body that changed, apart from each other. */
export const PublicDifference = z.object({
  lines: z.array(
    z.object({
      name: z.enum(["kicker", "headline", "standfirst", "teaser"]),
      stretches: z.array(z.object({ kind: Kind, text: z.string() })),
    }),
  ),
  /** Empty where more changed than a reader could follow. */
  passages: z.array(z.array(Changed)),
  words: z.object({ added: z.number(), removed: z.number() }),
});
export type PublicDifference = z.infer<typeof PublicDifference>;

/** Characters of its JSON; beyond that a story was written anew, and two texts side by side explain nothing. */
const longest = 60_000;

/** Words of what changed at all; to compare more of them word by word would hold everybody up. */
const mostCompared = 20_000;

/** What readers are shown of how a text became another one; null where it is the same. */
export function publicDifference(before: StoryText, after: StoryText): PublicDifference | null {
  const [one, other] = changedMiddle(before.body, after.body);
  const nothing: Body = { type: "doc", content: [] };
  const isTooMuch = Math.max(wordCount(one), wordCount(other)) > mostCompared;
  const difference = storyDifference(
    { text: { ...before, body: isTooMuch ? nothing : one } },
    { text: { ...after, body: isTooMuch ? nothing : other } },
  );
  return isTooMuch || !difference.isSameText ? shortened(difference) : null;
}

/** Both bodies without what they begin and end with alike. */
function changedMiddle(before: Body, after: Body): [Body, Body] {
  const [one, other] = [before, after].map(({ content }) => content.map((block) => JSON.stringify(block)));
  if (!one || !other) return [before, after];
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const middleOf = (body: Body): Body => ({ ...body, content: body.content.slice(start, body.content.length - end) });
  return [middleOf(before), middleOf(after)];
}

function shortened({ lines, body, words }: StoryDifference): PublicDifference {
  const difference = {
    lines: lines.filter(({ stretches }) => stretches.some(({ kind }) => kind !== "same")),
    passages: passagesOf(body),
    words,
  };
  return JSON.stringify(difference).length > longest ? { ...difference, passages: [] } : difference;
}

function passagesOf(body: Compared[]): Compared[][] {
  const passages: Compared[][] = [];
  let isOpen = false;
  for (const one of body) {
    if (one.kind !== "same") {
      if (isOpen) passages.at(-1)?.push(one);
      else passages.push([one]);
    }
    isOpen = one.kind !== "same";
  }
  return passages;
}
