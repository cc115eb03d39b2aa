import "server-only";
import ExifReader from "exifreader";
import { Parser } from "htmlparser2";
import { isStorableText } from "../kernel/text.ts";
import { pictureLimits } from "./limits.ts";
import type { PictureWords } from "./schema.ts";

/** What the file itself says of the picture: agencies and cameras write it into IPTC, XMP and EXIF. Empty where it says nothing. */
export function wordsToldBy(file: Buffer): PictureWords {
  const { iptc, exif } = tagsIn(file);
  const xmp = xmpIn(file);
  const makers = [xmp.get("creator") ?? iptc("By-line") ?? exif("Artist"), xmp.get("credit") ?? iptc("Credit")];
  const credit = [...new Set(makers.map(cleaned).filter((name) => name !== ""))].join("/");
  const caption = cleaned(xmp.get("description") ?? iptc("Caption/Abstract") ?? exif("ImageDescription"));
  return {
    altText: cut(cleaned(xmp.get("alttextaccessibility")), pictureLimits.altText),
    caption: cut(caption, pictureLimits.caption),
    credit: cut(
      credit || cleaned(xmp.get("rights") ?? iptc("Copyright Notice") ?? exif("Copyright")),
      pictureLimits.credit,
    ),
  };
}

type Read = (tag: string) => string | undefined;

/** What cannot be read tells nothing: a picture is not refused for what stands beside it. */
function tagsIn(file: Buffer): { iptc: Read; exif: Read } {
  try {
    const { iptc, exif } = ExifReader.load(file, { expanded: true, excludeTags: { xmp: true } });
    return { iptc: reader(iptc), exif: reader(exif) };
  } catch {
    return { iptc: () => undefined, exif: () => undefined };
  }
}

const reader =
  (tags: object = {}): Read =>
  (name) => {
    const tag: unknown = Reflect.get(tags, name);
    const [first]: unknown[] = Array.isArray(tag) ? tag : [tag];
    const description: unknown = typeof first === "object" && first !== null && Reflect.get(first, "description");
    return typeof description === "string" && description.trim() !== "" ? description : undefined;
  };

const names = new Set(["creator", "credit", "description", "rights", "alttextaccessibility"]);
const largestPacket = 256 * 1024;

/** The XMP packet stands in the file as plain text. No document type and no entity of it is followed. */
function xmpIn(file: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  const from = file.indexOf("<x:xmpmeta");
  const to = from < 0 ? -1 : file.indexOf("</x:xmpmeta>", from);
  if (to < 0 || to - from > largestPacket) return found;
  let open: string | null = null;
  let text = "";
  const local = (name: string) => name.slice(name.indexOf(":") + 1).toLowerCase();
  const note = (name: string, words: string) => {
    if (names.has(name) && words.trim() !== "" && !found.has(name)) found.set(name, words);
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const [attribute, value] of Object.entries(attributes)) note(local(attribute), value);
        if (!names.has(local(name))) return;
        open = local(name);
        text = "";
      },
      ontext(part) {
        if (open) text += part;
      },
      onclosetag(name) {
        // The first language of several stands for all.
        if (open && (local(name) === open || local(name) === "li")) note(open, text);
        if (local(name) === open) open = null;
      },
    },
    { xmlMode: true },
  );
  parser.end(file.toString("utf8", from, to));
  return found;
}

function cleaned(text = ""): string {
  const line = text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim().normalize("NFC");
  return isStorableText(line) ? line : "";
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
