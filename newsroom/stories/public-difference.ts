import { z } from "zod";
import type { Compared } from "../body/difference.ts";
import type { BodyNode } from "../body/node.ts";
import type { StoryDifference } from "./story-difference.ts";

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

/** What readers are shown of a difference; null where the text is the same. */
export function publicDifference({ lines, body, words, isSameText }: StoryDifference): PublicDifference | null {
  if (isSameText) return null;
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
