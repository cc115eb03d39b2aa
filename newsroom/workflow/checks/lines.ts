import type { Body } from "../../body/body.ts";
import { definitionOf } from "../../body/nodes.ts";
import { inlineText } from "../../body/text.ts";
import type { Place, Subject } from "./finding.ts";

interface Node {
  type: string;
  text?: string;
  attrs?: object;
  marks?: readonly { type: string; attrs?: object }[];
  content?: readonly Node[];
}

/** One line of running text, with where it stands. */
export interface Line {
  text: string;
  node: Node;
  at(from: number, to: number): Place;
}

const fields = ["kicker", "headline", "standfirst", "teaser"] as const;

/** The lines of the body from top to bottom; what holds no running text is not counted. */
export function linesIn(body: Body): Line[] {
  const nodes: Node[] = [];
  collect(body.content, nodes);
  return nodes.map((node, line) => {
    const text = inlineText(node.content);
    return { text, node, at: (from, to) => ({ part: "body", line, from, to, quote: text.slice(from, to) }) };
  });
}

/** The fields and then the body's lines. */
export function allLines({ text }: Pick<Subject, "text">): Line[] {
  const heads = fields.map((part): Line => {
    const words = text[part];
    return {
      text: words,
      node: { type: part },
      at: (from, to) => ({ part, from, to, quote: words.slice(from, to) }),
    };
  });
  return [...heads, ...linesIn(text.body)];
}

function collect(nodes: readonly Node[], into: Node[]): void {
  for (const node of nodes) {
    if (definitionOf(node.type)?.isLine) into.push(node);
    else collect(node.content ?? [], into);
  }
}
