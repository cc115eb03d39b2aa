/** The browser's own copy of what the newsroom has not acknowledged yet. It never throws: `works` says if it can be relied on. */
export interface UnsentStore {
  readonly works: boolean;
  /** Stores update number `number` of this window. */
  keep(number: number, update: Uint8Array): Promise<void>;
  /** Updates up to this number are safe in the newsroom. */
  forget(upTo: number): Promise<void>;
}

/** What a window that is gone left behind. */
export interface Leftovers {
  updates: Uint8Array[];
  /** When the last of it was typed. */
  typedAt: Date;
  /** It has been put back into a document whose updates are kept anew. */
  discard(): Promise<void>;
}

export const noStore: UnsentStore = {
  works: false,
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};
