/** Stands on what is copied here and names the newsroom's own address: other editors write `data-pm-slice` too. */
export const copiedFrom = "data-copied-from";

/** Was this copied in an editor of this newsroom? */
export const isOwnCopy = (html: string, origin: string): boolean =>
  html.includes("data-pm-slice=") && html.includes(`${copiedFrom}="${origin}"`);

/** Words that are proposed in the place of others are left out: beside them they would read as one. */
export function withoutReplacements(html: string): { html: string; proposals: number } {
  if (!html.includes("data-suggestion=")) return { html, proposals: 0 };
  const replaced = new Set([...html.matchAll(/<del data-suggestion="([^"]*)"/g)].map(([, id]) => id));
  const left = new Set<string>();
  const kept = html.replace(/<ins data-suggestion="([^"]*)"[^>]*>.*?<\/ins>/gs, (words, id: string) => {
    if (!replaced.has(id)) return words;
    left.add(id);
    return "";
  });
  return { html: kept, proposals: left.size };
}
