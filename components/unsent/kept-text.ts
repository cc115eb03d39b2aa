/** What somebody has written and not sent stays in this browser: under a name, until it is sent. */
const nameOf = (place: string) => `chapar ${place}`;
/** Where a browser keeps nothing, or has no room left, the window does. */
const here = new Map<string, string>();

export function keptText(place: string): string {
  try {
    return here.get(place) ?? localStorage.getItem(nameOf(place)) ?? "";
  } catch {
    return "";
  }
}

export function keepText(place: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(nameOf(place));
    else localStorage.setItem(nameOf(place), text);
    here.delete(place);
  } catch {
    here.set(place, text);
  }
}
