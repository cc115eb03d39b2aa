type Attributes = Readonly<Record<string, string>>;
type Style = ReadonlyMap<string, string>;

const silent = new Set(
  "script style template noscript title meta link iframe object embed video audio canvas svg datalist xml".split(" "),
);

/** Elements whose content a browser does not show as text. */
export const isSilent = (name: string): boolean => silent.has(name);

export const isHidden = (attributes: Attributes, style: Style): boolean =>
  "hidden" in attributes ||
  style.get("display") === "none" ||
  /^(?:hidden|collapse)/.test(style.get("visibility") ?? "");

const blocks = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure " +
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody " +
    "td tfoot th thead tr ul"
  ).split(" "),
);

export const isBlock = (name: string, style: Style): boolean =>
  blocks.has(name) || /^(?:block|flex|grid|list-item|table)/.test(style.get("display") ?? "");

/** Level of a heading as its page means it. */
export function headingLevel(name: string, attributes: Attributes): number | null {
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  if (level) return Number(level);
  return attributes.role === "heading" ? Number(attributes["aria-level"]) || 2 : null;
}

/** A picture that stands for a character, as chats and encyclopedias write emoji. */
export function emojiOf({ alt = "" }: Attributes): string | null {
  const isEmoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u.test(alt) && /[^\d#*]/.test(alt);
  return alt.length <= 16 && isEmoji ? alt : null;
}

/** Pictures of a dot count who opened the page. */
export const isDot = ({ width, height }: Attributes): boolean => Number(width) <= 3 && Number(height) <= 3;

/** Does this element strike its text out? */
export const isStruckOut = (name: string, style: Style): boolean =>
  /^(?:s|strike|del)$/.test(name) ||
  /line-through/.test(`${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`);
