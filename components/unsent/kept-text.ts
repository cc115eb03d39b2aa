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

/** The places that begin so in which this browser keeps something. */
export function keptPlaces(start: string): string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(start)));
    return names.map((name) => name.slice(nameOf("").length));
  } catch {
    return [];
  }
}
