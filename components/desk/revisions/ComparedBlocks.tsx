import type { ReactNode } from "react";
import type { Inline as InlineNode } from "#newsroom/body/body";
import type { Compared, Run } from "#newsroom/body/difference";
import type { BodyNode } from "#newsroom/body/node";
import { bodySchema, parseBody } from "#newsroom/body/schema";
import { noRates } from "#newsroom/rates/schema";
import { Blocks } from "../../site/body/Blocks.tsx";
import bodyStyles from "../../site/body/Body.module.css";
import { Inline } from "../../site/body/Inline.tsx";
import type { Setting } from "../../site/body/setting.ts";
import { inOrder } from "../../site/in-order.ts";
import { wordsFor } from "../../site/words.ts";
import styles from "./ComparedBlocks.module.css";
import { Marked } from "./Marked.tsx";

type Changed = Extract<Compared, { kind: "changed" }>;
type Head = Changed["head"];

/** Words are compared here, not figures: the rates of a day belong to what was published. */
const setting: Setting = {
  medium: "page",
  siteUrl: "",
  ids: new Map(),
  language: "en",
  words: wordsFor("en"),
  furniture: { lang: "en" },
  rates: noRates,
};

/** The body with its changes: what stands or falls as a whole is shown as readers would see it. */
export const ComparedBlocks = ({ blocks }: { blocks: Compared[] }) => inOrder(grouped(blocks).map(groupOf));

const groupOf = (group: Changed | WholeBlocks): ReactNode =>
  "nodes" in group ? <Whole {...group} /> : <ChangedBlock one={group} />;

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

function Whole({ kind, nodes }: WholeBlocks) {
  if (nodes.some(({ type }) => isPart(type))) return inOrder(nodes.map((node) => wholePart(kind, node)));
  const shown = nodes.filter(({ type, content }) => type !== "paragraph" || content);
  if (shown.length === 0) return null;
  return (
    <Marked kind={kind} isBlock>
      <div className={bodyStyles.body}>
        <Blocks blocks={parseBody({ type: "doc", content: shown }).content} setting={setting} />
      </div>
    </Marked>
  );
}

const wholePart = (kind: Run["kind"], node: BodyNode): ReactNode => (
  <Container head={node}>
    <Whole kind={kind} nodes={node.content ?? []} />
  </Container>
);

function ChangedBlock({ one }: { one: Changed }) {
  const inner = "runs" in one ? inOrder(one.runs.map(wordsOf)) : <ComparedBlocks blocks={one.blocks} />;
  const block = <Container head={one.head}>{inner}</Container>;
  if (isPart(one.head.type)) return block;
  return (
    <div className={bodyStyles.body}>
      {one.was ? (
        <p className={styles.was} lang="en" dir="ltr">
          Was: {described(one.was)}
        </p>
      ) : null}
      {block}
    </div>
  );
}

const wordsOf = ({ kind, content }: Run): ReactNode => (
  <Marked kind={kind}>
    <Inline content={inlineOf(content)} setting={setting} />
  </Marked>
);

function inlineOf(content: BodyNode[]): InlineNode[] {
  const [paragraph] = parseBody({ type: "doc", content: [{ type: "paragraph", content }] }).content;
  return paragraph?.type === "paragraph" ? (paragraph.content ?? []) : [];
}

function Container({ head: { type, attrs }, children }: { head: Head; children: ReactNode }) {
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
      return (
        <table>
          <tbody>{children}</tbody>
        </table>
      );
    case "tableRow":
      return <tr>{children}</tr>;
    case "tableHeader":
      return <th>{children}</th>;
    case "tableCell":
      return <td>{children}</td>;
    default:
      return (
        <section className={styles.box} aria-label={nameOf(type)}>
          {children}
        </section>
      );
  }
}

const names: Record<string, string> = {
  crosshead: "crosshead",
  bulletList: "list",
  orderedList: "numbered list",
  blockquote: "quote",
};

/** A kind that was named after this list was made is told by its own name: `factBox` as "fact box". */
const nameOf = (type: string): string => names[type] ?? type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** "crosshead, level 2" */
const described = ({ type, attrs = {} }: Head): string =>
  [
    nameOf(type),
    ...Object.entries(attrs).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? `${name} ${value}` : [],
    ),
  ].join(", ");
