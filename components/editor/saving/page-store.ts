import type { Leftovers, UnsentStore } from "./unsent-store.ts";

interface Held {
  person: string;
  left: Leftovers;
}

/** By window: what is nowhere but in this page, since the browser did not keep it. */
const held = new Map<string, Held>();

/** Keeps unsent text for as long as the page lives: a window that starts over, or is opened again, gets it back. */
export function pageStore(story: string, person: string, window: string) {
  const kept = new Map<number, { update: Uint8Array; at: number }>();
  return {
    keep(number: number, update: Uint8Array) {
      kept.set(number, { update, at: Date.now() });
    },
    forget(upTo: number) {
      for (const number of kept.keys()) if (number <= upTo) kept.delete(number);
    },
    /** The window goes, and nothing else has what it leaves. */
    leave() {
      if (kept.size === 0) return;
      const all = [...kept.values()];
      const left: Leftovers = {
        story,
        window,
        updates: all.map(({ update }) => update),
        typedAt: new Date(Math.max(...all.map(({ at }) => at))),
        refusal: null,
        isOnlyHere: true,
        async discard() {
          held.delete(window);
        },
      };
      held.set(window, { person, left });
    },
  };
}

/** What windows of this person that are gone left of this story in this page. */
export const heldIn = (story: string, person: string): Leftovers[] =>
  [...held.values()].filter((one) => one.left.story === story && one.person === person).map(({ left }) => left);

/** The store of a browser that keeps nothing. */
export function onlyThisPage(story: string, person: string, window: string) {
  const page = pageStore(story, person, window);
  const unsent: UnsentStore = {
    works: false,
    keep: async (number, update) => page.keep(number, update),
    forget: async (upTo) => page.forget(upTo),
    refuse: () => Promise.resolve(),
  };
  return {
    unsent,
    leftovers: async () => heldIn(story, person),
    written: () => Promise.resolve(false),
    release: async () => page.leave(),
  };
}
