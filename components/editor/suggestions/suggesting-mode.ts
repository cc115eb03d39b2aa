/** Does somebody suggest in a story? Stays in this tab until they stop, also where the text is opened anew or the page loaded again. */
export interface SuggestingMode {
  isOn(): boolean;
  set(isOn: boolean): void;
}

export function suggestingMode(storyId: string, personId: string): SuggestingMode {
  const place = `chapar suggesting ${storyId} ${personId}`;
  let now = wasOn(place);
  return {
    isOn: () => now,
    set(isOn) {
      now = isOn;
      try {
        if (isOn) sessionStorage.setItem(place, "on");
        else sessionStorage.removeItem(place);
      } catch {
        // A browser that keeps nothing: until the page is loaded again.
      }
    },
  };
}

function wasOn(place: string): boolean {
  try {
    return sessionStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}
