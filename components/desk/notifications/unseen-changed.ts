const name = "chapar:unseen-changed";

/** Says within this window that somebody has just seen what they were told. */
export const sayUnseenChanged = (): void => void window.dispatchEvent(new Event(name));

/** Hears it until the answer is called. */
export function hearUnseenChanged(hear: () => void): () => void {
  window.addEventListener(name, hear);
  return () => window.removeEventListener(name, hear);
}
