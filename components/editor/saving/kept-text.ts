/** What somebody has written and not sent stays in this tab: under a name, until it is sent. */
const nameOf = (place: string) => `chapar ${place}`;

export function keptText(place: string): string {
  try {
    return sessionStorage.getItem(nameOf(place)) ?? "";
  } catch {
    return "";
  }
}

export function keepText(place: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(nameOf(place));
    else sessionStorage.setItem(nameOf(place), text);
  } catch {
    // A browser that keeps nothing: the field itself still has it.
  }
}
