const structure = /<\/?(?!(?:html|head|body|meta|div|span|pre|br|code|font)\b)[a-z]/i;
const source = /^(?:\s|<!--\w*-->|<\/?(?:html|head|body|meta)\b[^>]*>)*<pre\b/i;
const coloured = /<div style=["'][^>]{0,2000}(?:monospace|white-space:\s*pre\b)/i;

/** HTML that only colours plain text, as code editors and views of source files put it on the clipboard. */
export const isFromCodeEditor = (html: string): boolean =>
  !structure.test(html) && (source.test(html) || coloured.test(html.slice(0, 4_000)));
