import { isOver, keptIn, storedAs } from "./kept-for.ts";

const ours = "chapar ";
/** What somebody has written and not sent stays in this browser: under a name, until it is sent or too old. */
const nameOf = (place: string) => `${ours}${place}`;
/** Where a browser keeps nothing, or has no room left, the window does. */
const here = new Map<string, string>();

export function keptText(place: string): string {
  try {
    return here.get(place) ?? keptIn(localStorage.getItem(nameOf(place)) ?? "").text;
  } catch {
    return "";
  }
}

export function keepText(place: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(nameOf(place));
    else localStorage.setItem(nameOf(place), storedAs(text, Date.now()));
    here.delete(place);
  } catch {
    here.set(place, text);
  }
}

/** The places that begin so in which this browser keeps something. */
export function keptPlaces(start: string): string[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(nameOf(start)));
    return names.map((name) => name.slice(ours.length));
  } catch {
    return [];
  }
}

/** Drops what nobody comes back to. What has no time yet is as if it had been typed now. */
export function dropOldTexts(person: string, now: number): void {
  try {
    for (const place of keptPlaces("")) {
      const { text, at } = keptIn(localStorage.getItem(nameOf(place)) ?? "");
      if (at === null) localStorage.setItem(nameOf(place), storedAs(text, now));
      else if (isOver(place, at, person, now)) localStorage.removeItem(nameOf(place));
    }
  } catch {
    // A browser that keeps nothing has nothing that is old.
  }
}
