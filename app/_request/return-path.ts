/** Where to go after signing in: a path of this site, or the desk. Anything that a browser could read as another site is refused. */
export function returnPath(wanted: string | string[] | null | undefined): string {
  const home = "/desk";
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted) || hasControls(wanted)) return home;
  const base = "http://here.invalid";
  const url = URL.parse(wanted, base);
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return home;
  url.searchParams.delete("_rsc");
  return /^\/(sign-in|set-password|api)(\/|$)/.test(url.pathname) ? home : `${url.pathname}${url.search}${url.hash}`;
}

// Browsers drop tabs and line breaks inside addresses, and read backslashes as slashes.
const hasControls = (text: string) => /[\p{Cc}\\]/u.test(text);
