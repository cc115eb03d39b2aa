/** The declarations of a style attribute, names and values in lower case. */
export function declarations(style: string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style?.toLowerCase().split(";") ?? []) {
    const colon = declaration.indexOf(":");
    if (colon > 0) found.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
  }
  return found;
}

/** Does this style make text bold, make it not bold, or say nothing about it? */
export function boldBy(style: ReadonlyMap<string, string>): boolean | null {
  const weight = style.get("font-weight");
  if (weight === undefined || weight === "inherit") return null;
  return /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600;
}

export function italicBy(style: ReadonlyMap<string, string>): boolean | null {
  const posture = style.get("font-style");
  if (posture === undefined || posture === "inherit") return null;
  return /^(?:italic|oblique)/.test(posture);
}

/** Are line breaks of the source line breaks of the text? */
export function keepsLines(style: ReadonlyMap<string, string>): boolean | null {
  const space = style.get("white-space");
  if (space === undefined || space === "inherit") return null;
  return /^(?:pre|break-spaces)/.test(space);
}
