import type { ReactNode } from "react";
import type { Inline as InlineNode, Mark } from "#newsroom/body/body";
import { isExternal, safeHref } from "#newsroom/body/links";
import { inOrder } from "../in-order.ts";
import styles from "./Body.module.css";
import { type LinkRun, linkRuns } from "./link-runs.ts";

interface Props {
  content: InlineNode[];
  unsupported: string;
}

/** Running text. Neighbours under one link become one link, so that it is announced once. */
export function Inline({ content, unsupported }: Props) {
  return inOrder(linkRuns(content).map((run) => runOf(run, unsupported)));
}

function runOf({ href, nodes }: LinkRun, unsupported: string): ReactNode {
  const text = inOrder(nodes.map((node) => pieceOf(node, unsupported)));
  const safe = safeHref(href);
  if (safe === null) return text;
  return (
    <a href={safe} rel={isExternal(safe) ? "noopener" : undefined}>
      {text}
    </a>
  );
}

function pieceOf(node: InlineNode, unsupported: string): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>(marked, node.text);
    case "hardBreak":
      return <br />;
    default:
      node satisfies never;
      return <span className={styles.unsupported}>{unsupported}</span>;
  }
}

/** A mark that is not known leaves its words as they are; links are made for whole runs. */
function marked(inner: ReactNode, mark: Mark): ReactNode {
  if (mark.type === "bold") return <strong>{inner}</strong>;
  if (mark.type === "italic") return <em>{inner}</em>;
  return inner;
}
