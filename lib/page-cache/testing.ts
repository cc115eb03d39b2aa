import { Parser } from "htmlparser2";

const DATA_BLOCK = /^application\/(ld\+)?json$/i;

/** What in `html` belongs to the framework's runtime or could run inline; a page for readers has nothing of it. */
export function frameworkTraces(html: string): string[] {
  const traces: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, src, type, rel, href } = attributes;
      const isData = src === undefined && DATA_BLOCK.test(type ?? "");
      if (name === "script" && !("data-keep" in attributes) && !isData) traces.push(`<script> ${src ?? "(inline)"}`);
      if (name === "script" && "data-keep" in attributes && src === undefined) traces.push("<script data-keep> inline");
      if (name === "link" && rel?.includes("preload") && attributes.as === "script") traces.push(`preload of ${href}`);
      if (name === "link" && rel === "modulepreload" && href?.startsWith("/_next/")) traces.push(`preload of ${href}`);
      if (name === "template" || /^[BPS]:/.test(id ?? "")) traces.push(`<${name}> ${id ?? ""}`);
      if (id === "__next_error__") traces.push("an error shell without a body");
      for (const attribute of Object.keys(attributes)) {
        if (attribute.startsWith("on")) traces.push(`<${name}> has ${attribute}`);
      }
    },
    oncomment(data) {
      traces.push(`comment ${data}`);
    },
  });
  parser.end(html);
  if (html.includes("__next_f")) traces.push("the framework's data");
  return traces;
}

/** Throws, with the list, when a page for readers carries anything of the framework's runtime. */
export function assertNoFrameworkScript(html: string): void {
  const traces = frameworkTraces(html);
  if (traces.length > 0) throw new Error(`The page carries framework script:\n${traces.slice(0, 10).join("\n")}`);
  if (!/<html[^>]*>/i.test(html) || !/<\/body>/i.test(html)) throw new Error("This is not a whole page.");
}
