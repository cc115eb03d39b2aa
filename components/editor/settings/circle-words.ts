/** What became of the links to a story when somebody said who may know of it; null where there were none. */
export function linksWords({ revoked, open }: { revoked: number; open: number }): string | null {
  const gone = `${revoked} ${revoked === 1 ? "link was" : "links were"} revoked`;
  const left = `${open} ${open === 1 ? "link still shows" : "links still show"} the story outside`;
  if (revoked === 0) return open === 0 ? null : left;
  return open === 0 ? gone : `${gone}, ${left}`;
}

/** Whom the open links show the story to, before a circle closes it; null for nobody. */
export const shownOutsideWords = (recipients: readonly string[]): string | null =>
  recipients.length === 0
    ? null
    : `Links show it outside: ${recipients.join(", ")}. Saving revokes those that were made by somebody who may not know of it any more. The others you revoke under “Show it to somebody outside…”.`;

/** Who was in the circle and does not work here any more, and what saving makes of that; null for nobody. */
export function leftWords(names: readonly string[], isEmptied: boolean): string | null {
  if (names.length === 0) return null;
  const who = `${names.join(", ")} ${names.length === 1 ? "does" : "do"} not work here any more and ${names.length === 1 ? "is" : "are"} taken out of the circle.`;
  return isEmptied ? `${who} Nobody else is in it: saved like this, all editors know of the story.` : who;
}
