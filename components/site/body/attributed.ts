import type { Attribution } from "#newsroom/body/body";

interface Attributed<Words> {
  words: Words[];
  attributions: Attribution[];
}

/** A quote's words, and who said them, wherever that stands among them; an empty attribution is none. */
export function attributed<Words extends { type: string }>(children: (Words | Attribution)[]): Attributed<Words> {
  const isAttribution = (child: Words | Attribution): child is Attribution => child.type === "attribution";
  return {
    words: children.filter((child): child is Words => !isAttribution(child)),
    attributions: children.filter(isAttribution).filter(({ content = [] }) => content.length > 0),
  };
}
