/** The browser's own copy of what the newsroom has not acknowledged yet. It never throws: `works` says if it outlives the page. */
export interface UnsentStore {
  readonly works: boolean;
  /** Stores update number `number` of this window. */
  keep(number: number, update: Uint8Array): Promise<void>;
  /** Updates up to this number are safe in the newsroom. */
  forget(upTo: number): Promise<void>;
  /** The newsroom refuses what is kept of this window, and says why: it is for its writer to copy, and not to be put back. */
  refuse(why: string): Promise<void>;
}

/** What one window that is gone left behind. */
export interface Leftovers {
  story: string;
  /** Names the window, for as long as something of it is kept. */
  window: string;
  updates: Uint8Array[];
  /** When the last of it was typed. */
  typedAt: Date;
  /** Why the newsroom refused it, in a sentence: it must not be sent again. Null if it did not. */
  refusal: string | null;
  /** Nothing but this page has it. */
  isOnlyHere: boolean;
  discard(): Promise<void>;
}
