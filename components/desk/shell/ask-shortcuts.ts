const asked = "chapar:shortcuts";

/** Asks the screen for its own list of shortcuts; false if it has none. */
export const askShortcuts = (): boolean => !window.dispatchEvent(new Event(asked, { cancelable: true }));

/** Answers with the screen's own list from now on; answers how to stop. */
export function onShortcutsAsked(show: () => void): () => void {
  const answer = (event: Event) => {
    event.preventDefault();
    show();
  };
  window.addEventListener(asked, answer);
  return () => window.removeEventListener(asked, answer);
}
