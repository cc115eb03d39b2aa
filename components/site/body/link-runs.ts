import type { Inline } from "#newsroom/body/body";

export interface LinkRun {
  href: string | null;
  nodes: Inline[];
}

const hrefOf = (node: Inline): string | null => node.marks?.find((mark) => mark.type === "link")?.attrs.href ?? null;

/** Groups neighbouring nodes that stand under the same link, or under none. */
export function linkRuns(content: Inline[]): LinkRun[] {
  const runs: LinkRun[] = [];
  for (const node of content) {
    const href = hrefOf(node);
    const last = runs.at(-1);
    if (last && last.href === href) last.nodes.push(node);
    else runs.push({ href, nodes: [node] });
  }
  return runs;
}
