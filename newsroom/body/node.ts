/** Any node of any schema: what a comparison has to know of it. */
export interface BodyNode {
  type: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
  content?: BodyNode[];
}
