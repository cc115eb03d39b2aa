import type { ReactNode } from "react";
import type { Inline as InlineNode } from "#newsroom/body/body";
import type { Compared, Run } from "#newsroom/body/difference";
import type { BodyNode } from "#newsroom/body/node";
import { bodySchema, parseBody } from "#newsroom/body/schema";
import { inlineText } from "#newsroom/body/text";
import { wordDifference } from "#newsroom/body/word-difference";
import { Blocks } from "../body/Blocks.tsx";
import bodyStyles from "../body/Body.module.css";
import { Inline } from "../body/Inline.tsx";
import type { Setting } from "../body/setting.ts";
import { directionOf } from "../direction.ts";
import { inOrder } from "../in-order.ts";
import styles from "./ComparedBlocks.module.css";
import { Marked } from "./Marked.tsx";

type Changed = Extract<Compared, { kind: "changed" }>;
type Head = Changed["head"];

interface ComparedProps {
  blocks: Compared[];
  setting: Setting;
}

/** The body with its changes: what stands or falls as a whole is shown as readers would see it. */
export const ComparedBlocks = ({ blocks, setting }: ComparedProps) =>
  inOrder(grouped(blocks).map((group) => groupOf(group, setting)));

const groupOf = (group: Changed | WholeBlocks, setting: Setting): ReactNode =>
  "nodes" in group ? <Whole {...group} setting={setting} /> : <ChangedBlock one={group} setting={setting} />;

interface WholeBlocks {
  kind: Run["kind"];
  nodes: BodyNode[];
}

/** Neighbours that came or went together are one addition or removal. */
function grouped(blocks: Compared[]): (Changed | WholeBlocks)[] {
  const groups: (Changed | WholeBlocks)[] = [];
  for (const one of blocks) {
    const last = groups.at(-1);
    if (one.kind === "changed") groups.push(one);
    else if (last && "nodes" in last && last.kind === one.kind) last.nodes.push(one.node);
    else groups.push({ kind: one.kind, nodes: [one.node] });
  }
  return groups;
}

/** Parts of lists, tables and boxes, which cannot stand alone. */
const isPart = (type: string): boolean => {
  const known = bodySchema.nodes[type];
  return known !== undefined && !bodySchema.topNodeType.contentMatch.matchType(known);
};

function Whole({ kind, nodes, setting }: WholeBlocks & { setting: Setting }) {
  if (nodes.some(({ type }) => isPart(type))) return inOrder(nodes.map((node) => wholePart(kind, node, setting)));
  const shown = nodes.filter(({ type, content }) => type !== "paragraph" || content);
  if (shown.length === 0) return null;
  return (
    <Marked kind={kind} setting={setting} isBlock>
      <div className={bodyStyles.body}>
        <Blocks blocks={parseBody({ type: "doc", content: shown }).content} setting={setting} />
      </div>
    </Marked>
  );
}

const wholePart = (kind: Run["kind"], node: BodyNode, setting: Setting): ReactNode => (
  <Container head={node} setting={setting}>
    <Whole kind={kind} nodes={node.content ?? []} setting={setting} />
  </Container>
);

function ChangedBlock({ one, setting }: { one: Changed; setting: Setting }) {
  const inner =
    "runs" in one ? (
      inOrder(one.runs.map((run, at) => wordsOf(run, setting, isRelinked(one.runs, at))))
    ) : (
      <ComparedBlocks blocks={one.blocks} setting={setting} />
    );
  const block = (
    <Container head={one.head} setting={setting}>
      {isTable(one.head) ? <Rows {...one} inner={inner} setting={setting} /> : inner}
    </Container>
  );
  if (isPart(one.head.type)) return block;
  return (
    <div className={bodyStyles.body}>
      {one.was && !isTable(one.was) ? (
        <p className={styles.was} lang={setting.furniture.lang} dir={directionOf(setting.furniture.lang)}>
          {setting.words.difference.was(described(one.was, setting))}
        </p>
      ) : null}
      {block}
    </div>
  );
}

const captionOf = ({ attrs }: Head): string => (typeof attrs?.caption === "string" ? attrs.caption : "");
const isTable = ({ type }: Head): boolean => type === "table";

/** The rows of a table, under what it says beside them. */
function Rows({ head, was, inner, setting }: Changed & { inner: ReactNode; setting: Setting }) {
  const caption = wordDifference(captionOf(was && isTable(was) ? was : head), captionOf(head));
  const marked = caption.map(({ kind, text }) => (
    // biome-ignore lint/correctness/useJsxKeyInIterable: inOrder gives them their places
    <Marked kind={kind} setting={setting}>
      {text}
    </Marked>
  ));
  return (
    <>
      {marked.length > 0 ? <caption>{inOrder(marked)}</caption> : null}
      <tbody>{inner}</tbody>
    </>
  );
}

const wordsOf = ({ kind, content }: Run, setting: Setting, showsAddresses: boolean): ReactNode => (
  <Marked kind={kind} setting={setting}>
    <Inline content={inlineOf(content)} setting={setting} />
    {showsAddresses ? <span className={styles.address}> ({addressesIn(content).join(", ")})</span> : null}
  </Marked>
);

/** Does something else than its words tell it from what goes, or comes, in its place: where its links lead? */
function isRelinked(runs: Run[], at: number): boolean {
  const run = runs[at];
  if (!run || run.kind === "same") return false;
  const other = runs[run.kind === "gone" ? at + 1 : at - 1];
  if (!other || other.kind === "same" || other.kind === run.kind) return false;
  const [mine, others] = [addressesIn(run.content), addressesIn(other.content)];
  const isOtherwiseSame = inlineText(run.content) === inlineText(other.content);
  return mine.length > 0 && mine.join(" ") !== others.join(" ") && (others.length > 0 || isOtherwiseSame);
}

const addressesIn = (content: BodyNode[]): string[] => [
  ...new Set(
    content.flatMap(({ marks = [] }) =>
      marks.flatMap(({ type, attrs }) => (type === "link" ? String(attrs?.href) : [])),
    ),
  ),
];

function inlineOf(content: BodyNode[]): InlineNode[] {
  const [paragraph] = parseBody({ type: "doc", content: [{ type: "paragraph", content }] }).content;
  return paragraph?.type === "paragraph" ? (paragraph.content ?? []) : [];
}

interface ContainerProps {
  head: Head;
  setting: Setting;
  children: ReactNode;
}

function Container({ head: { type, attrs }, setting, children }: ContainerProps) {
  switch (type) {
    case "paragraph":
      return <p>{children}</p>;
    case "crosshead":
      return attrs?.level === 3 ? <h3>{children}</h3> : <h2>{children}</h2>;
    case "bulletList":
      return <ul>{children}</ul>;
    case "orderedList":
      return <ol start={Number(attrs?.start ?? 1)}>{children}</ol>;
    case "listItem":
      return <li>{children}</li>;
    case "blockquote":
    case "pullQuote":
      return <blockquote>{children}</blockquote>;
    case "attribution":
      return <p className={styles.attribution}>{children}</p>;
    case "factBoxTitle":
      return <h3>{children}</h3>;
    case "table":
      return <table>{children}</table>;
    case "tableRow":
      return <tr>{children}</tr>;
    case "tableHeader":
      return <th>{children}</th>;
    case "tableCell":
      return <td>{children}</td>;
    default:
      return (
        <section className={styles.box} aria-label={nameOf(type, setting)}>
          {children}
        </section>
      );
  }
}

/** A kind that was named after the catalogue was made is told by its own name: `factBox` as "fact box". */
const nameOf = (type: string, { words }: Setting): string =>
  words.difference.blocks[type] ?? type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** "crosshead, level 2" */
const described = ({ type, attrs = {} }: Head, setting: Setting): string =>
  [
    nameOf(type, setting),
    ...Object.entries(attrs).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? `${name} ${value}` : [],
    ),
  ].join(", ");
