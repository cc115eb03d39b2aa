import type { ReactNode } from "react";
import type { Inline as InlineNode, Mark } from "#newsroom/body/body";
import { isExternal, safeHref } from "#newsroom/body/links";
import { inOrder } from "../in-order.ts";
import styles from "./Body.module.css";
import { type LinkRun, linkRuns } from "./link-runs.ts";
import { Money } from "./Money.tsx";
import { look, type Setting } from "./setting.ts";

interface Props {
  content: InlineNode[];
  setting: Setting;
}

/** Running text. Neighbours under one link become one link, so that it is announced once. */
export function Inline({ content, setting }: Props) {
  return inOrder(linkRuns(content).map((run) => runOf(run, setting)));
}

function runOf({ href, nodes }: LinkRun, setting: Setting): ReactNode {
  const text = inOrder(nodes.map((node) => pieceOf(node, setting)));
  const safe = safeHref(href);
  if (safe === null) return text;
  return (
    <a href={wholeIn(setting, safe)} rel={isExternal(safe) ? "noopener" : undefined}>
      {text}
    </a>
  );
}

/** Feeds are read elsewhere: a path of the site would lead astray there, and so would a place in the page. */
const wholeIn = ({ medium, siteUrl }: Setting, href: string): string =>
  medium === "feed" && href.startsWith("/") ? new URL(href, siteUrl).href : href;

function pieceOf(node: InlineNode, setting: Setting): ReactNode {
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduceRight<ReactNode>(marked, node.text);
    case "money":
      return (node.marks ?? []).reduceRight<ReactNode>(marked, <Money money={node} setting={setting} />);
    case "hardBreak":
      return <br />;
    default:
      node satisfies never;
      return <span className={look(setting, styles.unsupported)}>{setting.words.unsupported}</span>;
  }
}

/** A mark that is not known leaves its words as they are; links are made for whole runs. */
function marked(inner: ReactNode, mark: Mark): ReactNode {
  if (mark.type === "bold") return <strong>{inner}</strong>;
  if (mark.type === "italic") return <em>{inner}</em>;
  return inner;
}
