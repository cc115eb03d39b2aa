import type { BodyNode } from "./node.ts";

/** The ids of the pictures in a body, in order, each once. */
export function picturesIn({ content = [] }: { content?: readonly BodyNode[] }): string[] {
  const ids = content.flatMap((node) => {
    const id = node.type === "picture" ? node.attrs?.pictureId : null;
    return typeof id === "string" ? [id] : picturesIn(node);
  });
  return [...new Set(ids)];
}
