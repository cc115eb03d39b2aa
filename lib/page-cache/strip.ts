import { Parser } from "htmlparser2";

/** The page cannot be read without the framework's script, so taking it out would lose words. */
export class NeedsScript extends Error {
  override name = "NeedsScript";
}

type Attributes = Readonly<Record<string, string>>;

const DATA_BLOCK = /^application\/(ld\+)?json$/i;
/** `B:` and `P:` mark a place that a script fills later, `S:` what it is filled with. */
const STREAMED = /^[BPS]:/;
/** React's marks for a boundary that is pending, failed or waits for the browser. */
const UNFINISHED = /^\$[?!~]/;

/**
 * Takes out what only the framework's runtime needs: its scripts, preloads of scripts, and the comments between text
 * nodes. Ranges are cut out of the original text; nothing else is touched. A script of our own stays when it has
 * `data-keep`, data blocks always. Throws `NeedsScript` when part of the page would only appear by script.
 */
export function stripFramework(html: string): string {
  const cuts: { from: number; to: number }[] = [];
  let script = -1;
  let emptyDiv = -1;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        refuseStreamed(name, attributes);
        emptyDiv = name === "div" && isOnlyHidden(attributes) ? parser.startIndex : -1;
        if (name === "script" && !isOurs(attributes)) script = parser.startIndex;
        else if (isForFramework(name, attributes)) cuts.push({ from: parser.startIndex, to: parser.endIndex + 1 });
      },
      ontext() {
        emptyDiv = -1;
      },
      oncomment(data) {
        if (UNFINISHED.test(data)) throw new NeedsScript(`a boundary is not finished: <!--${data}-->`);
        cuts.push({ from: parser.startIndex, to: parser.endIndex + 1 });
      },
      onclosetag(name) {
        if (name === "script" && script >= 0) {
          cuts.push({ from: script, to: parser.endIndex + 1 });
          script = -1;
        } else if (name === "div" && emptyDiv >= 0) {
          while ((cuts.at(-1)?.from ?? -1) > emptyDiv) cuts.pop();
          cuts.push({ from: emptyDiv, to: parser.endIndex + 1 });
        }
        emptyDiv = -1;
      },
    },
    { decodeEntities: false },
  );
  parser.end(html);
  return without(html, cuts);
}

function refuseStreamed(name: string, { id }: Attributes): void {
  if (id === undefined) return;
  if ((name === "template" || name === "div") && STREAMED.test(id)) throw new NeedsScript(`the page streams ${id}`);
  if (name === "html" && id === "__next_error__") throw new NeedsScript("the body is made by script only");
}

function isOurs(attributes: Attributes): boolean {
  if ("data-keep" in attributes) return true;
  return attributes.src === undefined && DATA_BLOCK.test(attributes.type ?? "");
}

function isForFramework(name: string, attributes: Attributes): boolean {
  if (name === "meta") return attributes.name === "next-size-adjust";
  if (name !== "link" || !attributes.href?.startsWith("/_next/")) return false;
  return attributes.rel === "modulepreload" || (attributes.rel === "preload" && attributes.as === "script");
}

function isOnlyHidden(attributes: Attributes): boolean {
  const names = Object.keys(attributes);
  return names.length === 1 && names[0] === "hidden";
}

function without(html: string, cuts: readonly { from: number; to: number }[]): string {
  let kept = "";
  let at = 0;
  for (const { from, to } of cuts) {
    kept += html.slice(at, from);
    at = to;
  }
  return kept + html.slice(at);
}
