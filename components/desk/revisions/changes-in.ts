const isChange = (node: Node | null): boolean => node instanceof HTMLElement && node.matches("ins, del");

/** What was added or removed within `comparison`, in its order; words and those put in their place are one change. */
export const changesIn = (comparison: ParentNode): HTMLElement[] =>
  [...comparison.querySelectorAll<HTMLElement>("ins, del")].filter((change) => {
    let before = change.previousSibling;
    if (before instanceof Text && before.data.trim() === "") before = before.previousSibling;
    return !isChange(before) && !change.parentElement?.closest("ins, del");
  });
