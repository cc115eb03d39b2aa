import { getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { type Issue, invalid } from "../kernel/faults.ts";
import { isStorableText } from "../kernel/text.ts";
import type { Body } from "./body.ts";
import { bodyExtensions } from "./extensions.ts";
import { bodyLimits } from "./limits.ts";
import { safeHref } from "./links.ts";
import { definitionOf } from "./nodes.ts";
import { wordCount } from "./text.ts";

export const bodySchema: Schema = getSchema(bodyExtensions);

/**
 * The body behind unknown JSON. Nothing unknown is dropped: a node, mark or attribute that the schema does not have is refused.
 * @throws Fault invalid, with the place in `issues`
 */
export function parseBody(json: unknown): Body {
  const issue = shapeIssue(json) ?? bytesIssue(json) ?? grammarIssue(json) ?? wordsIssue(json);
  if (issue) throw invalid([issue]);
  return json as Body;
}

/** Why this JSON is no body at all, however long it is. */
export const fitIssue = (json: unknown): Issue | null => shapeIssue(json) ?? grammarIssue(json);

/** Why a body that fits is too long. */
export const sizeIssue = (body: Body): Issue | null => bytesIssue(body) ?? wordsIssue(body);

const issueAt = (path: string, message: string): Issue => ({ path: path ? `body.${path}` : "body", message });

/** Why this JSON is no node of a body, wherever it stands. Walks without recursion, so that depth itself can be refused. */
export function shapeIssue(json: unknown): Issue | null {
  const waiting: { node: unknown; path: string; depth: number }[] = [{ node: json, path: "", depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, path, depth } = next;
    if (depth > bodyLimits.depth) return issueAt(path, "The text is nested too deeply.");
    const issue = nodeIssue(node, path);
    if (issue) return issue;
    const { content } = node as { content?: unknown };
    if (content === undefined) continue;
    if (!Array.isArray(content)) return issueAt(path, "The text has a broken part.");
    content.forEach(
      (child, i) => void waiting.push({ node: child, path: path ? `${path}.${i}` : String(i), depth: depth + 1 }),
    );
  }
  return null;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const nodeKeys = new Set(["type", "attrs", "content", "marks", "text"]);
const markKeys = new Set(["type", "attrs"]);

function nodeIssue(node: unknown, path: string): Issue | null {
  if (!isPlain(node)) return issueAt(path, "The text has a broken part.");
  const strange = Object.keys(node).find((key) => !nodeKeys.has(key));
  if (strange !== undefined) return issueAt(path, `The text has an unknown property “${strange.slice(0, 40)}”.`);
  const type =
    typeof node.type === "string" && Object.hasOwn(bodySchema.nodes, node.type)
      ? bodySchema.nodes[node.type]
      : undefined;
  if (!type) return issueAt(path, `The text has an unknown block “${String(node.type).slice(0, 40)}”.`);
  if (type.isText !== (typeof node.text === "string")) return issueAt(path, "The text has a broken part.");
  if (typeof node.text === "string" && !isStorableText(node.text))
    return issueAt(path, "The text has a character that cannot be stored.");
  return (
    attrsIssue(node.attrs, type.spec.attrs ?? {}, path) ??
    valueIssue(type.name, node.attrs, path) ??
    marksIssue(node.marks, path)
  );
}

function attrsIssue(attrs: unknown, known: object, path: string): Issue | null {
  if (attrs === undefined) return null;
  if (!isPlain(attrs)) return issueAt(path, "The text has a broken part.");
  const strange = Object.keys(attrs).find((key) => !Object.hasOwn(known, key));
  return strange === undefined ? null : issueAt(path, `The text has an unknown attribute “${strange.slice(0, 40)}”.`);
}

/** What the node itself says about its values. */
function valueIssue(type: string, attrs: unknown, path: string): Issue | null {
  const checked = definitionOf(type)?.attrs?.safeParse(attrs ?? {});
  return !checked || checked.success
    ? null
    : issueAt(path, checked.error.issues[0]?.message ?? "The text has a broken part.");
}

function marksIssue(marks: unknown, path: string): Issue | null {
  if (marks === undefined) return null;
  if (!Array.isArray(marks)) return issueAt(path, "The text has a broken part.");
  for (const mark of marks) {
    if (!isPlain(mark) || Object.keys(mark).some((key) => !markKeys.has(key)))
      return issueAt(path, "The text has a broken mark.");
    const type =
      typeof mark.type === "string" && Object.hasOwn(bodySchema.marks, mark.type)
        ? bodySchema.marks[mark.type]
        : undefined;
    if (!type) return issueAt(path, `The text has an unknown mark “${String(mark.type).slice(0, 40)}”.`);
    const issue = attrsIssue(mark.attrs, type.spec.attrs ?? {}, path);
    if (issue) return issue;
    if (type.name === "link" && safeHref(isPlain(mark.attrs) ? mark.attrs.href : null) === null)
      return issueAt(path, "A link may lead to http, https, mailto, tel or a page of this site only.");
  }
  return null;
}

function bytesIssue(json: unknown): Issue | null {
  const bytes = new TextEncoder().encode(JSON.stringify(json)).length;
  return bytes > bodyLimits.bytes ? issueAt("", `The text is larger than ${bodyLimits.bytes / 1024 / 1024} MB.`) : null;
}

/** Only for what has passed the grammar. */
const wordsIssue = (json: unknown): Issue | null =>
  wordCount(json as Body) > bodyLimits.words
    ? issueAt("", `The text has more than ${bodyLimits.words.toLocaleString("en")} words.`)
    : null;

function grammarIssue(json: unknown): Issue | null {
  try {
    const node = bodySchema.nodeFromJSON(json);
    if (node.type !== bodySchema.topNodeType) return issueAt("", "The text is not a whole body.");
    node.check();
    return null;
  } catch (error) {
    if (error instanceof RangeError) return issueAt("", "The text has blocks where they cannot stand.");
    throw error;
  }
}
