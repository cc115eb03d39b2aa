/** `once`: nobody may get what was made before. `soon`: it may be served until a new one is there. */
export type Urgency = "once" | "soon";

/** What happened to anything while a page was being made; without it a page could be stored that is already wrong. */
export class Watch {
  #happened = new Map<string, Urgency>();
  #everything = false;

  note(keys: readonly string[], urgency: Urgency): void {
    for (const key of keys) if (this.#happened.get(key) !== "once") this.#happened.set(key, urgency);
  }

  noteEverything(): void {
    this.#everything = true;
  }

  /** The most urgent thing that happened to one of the keys, or null. */
  spoiled(keys: readonly string[]): Urgency | null {
    if (this.#everything) return "once";
    let worst: Urgency | null = null;
    for (const key of keys) {
      const urgency = this.#happened.get(key);
      if (urgency === "once") return "once";
      worst = urgency ?? worst;
    }
    return worst;
  }
}

/** The watches of all pages that are being made right now. */
export class Watches {
  #open = new Set<Watch>();

  /** Watches while `make` runs; what it returns is decided before the watch ends. */
  async during<T>(make: (watch: Watch) => Promise<T>): Promise<T> {
    const watch = new Watch();
    this.#open.add(watch);
    try {
      return await make(watch);
    } finally {
      this.#open.delete(watch);
    }
  }

  note(keys: readonly string[], urgency: Urgency): void {
    for (const watch of this.#open) watch.note(keys, urgency);
  }

  noteEverything(): void {
    for (const watch of this.#open) watch.noteEverything();
  }
}
