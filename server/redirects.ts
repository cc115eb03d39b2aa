import { redirectAt, redirectedPaths } from "#newsroom/redirects/published";

export interface Redirects {
  /** Where a path leads, by hand of an editor; null if nowhere. Costs nothing for paths that no redirect starts from. */
  at(path: string): Promise<string | null>;
  /** They may have changed: they are read anew when next asked for. */
  forget(): void;
}

/** The redirects made by hand: where they start is kept in memory, where they lead is read when somebody comes. */
export function createRedirects(read = { redirectedPaths, redirectAt }): Redirects {
  let paths: Promise<Set<string>> | null = null;

  function known(): Promise<Set<string>> {
    if (paths) return paths;
    const reading = read.redirectedPaths();
    paths = reading;
    reading.catch(() => {
      if (paths === reading) paths = null;
    });
    return reading;
  }

  return {
    at: async (path) => ((await known()).has(path) ? read.redirectAt(path) : null),
    forget() {
      paths = null;
    },
  };
}
