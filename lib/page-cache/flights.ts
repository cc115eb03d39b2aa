/** Too many pages are waiting to be made; the reader is asked to come back. */
export class Overloaded extends Error {
  override name = "Overloaded";
}

interface Waiting {
  start: () => void;
}

/** Lets at most `width` run at a time and `queue` wait; more are refused with `Overloaded`. */
export class Lane {
  #free: number;
  #queue: number;
  #waiting: Waiting[] = [];

  constructor(width: number, queue: number) {
    this.#free = width;
    this.#queue = queue;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next.start();
      else this.#free += 1;
    }
  }

  #enter(): Promise<void> | undefined {
    if (this.#free > 0) {
      this.#free -= 1;
      return undefined;
    }
    if (this.#waiting.length >= this.#queue) throw new Overloaded("Too many pages wait to be rendered.");
    return new Promise((start) => this.#waiting.push({ start }));
  }
}

interface Named {
  key: string;
}

/**
 * Makes one thing per key at a time: whoever asks for a key that is being made waits for that one. What nobody waits for
 * is made in the background, a few at a time; when somebody does ask for it, it goes first.
 */
export class Flights<S extends Named, T> {
  #make: (subject: S, inBackground: boolean) => Promise<T>;
  #onBackgroundError: (subject: S, error: unknown) => void;
  #width: number;
  #running = new Map<string, Promise<T>>();
  #later = new Map<string, S>();
  #inBackground = 0;

  constructor(options: {
    make: (subject: S, inBackground: boolean) => Promise<T>;
    background: number;
    onBackgroundError: (subject: S, error: unknown) => void;
  }) {
    this.#make = options.make;
    this.#width = options.background;
    this.#onBackgroundError = options.onBackgroundError;
  }

  /** Made now, or together with who asked before. */
  now(subject: S): Promise<T> {
    return this.#running.get(subject.key) ?? this.#start(subject, false);
  }

  /** Made when there is room in the background; nothing to do if it is being made already. */
  later(subject: S): void {
    if (this.#running.has(subject.key)) return;
    this.#later.set(subject.key, subject);
    this.#fillBackground();
  }

  /** Made once more in the background, after the one that is being made. */
  afterwards(subject: S): void {
    if (this.#running.has(subject.key)) this.#later.set(subject.key, subject);
    else this.later(subject);
  }

  #start(subject: S, inBackground: boolean): Promise<T> {
    this.#later.delete(subject.key);
    const flight = this.#make(subject, inBackground).finally(() => {
      this.#running.delete(subject.key);
      if (this.#later.has(subject.key)) this.#fillBackground();
    });
    this.#running.set(subject.key, flight);
    return flight;
  }

  #fillBackground(): void {
    for (const [key, subject] of this.#later) {
      if (this.#inBackground >= this.#width) return;
      if (this.#running.has(key)) continue;
      this.#inBackground += 1;
      this.#start(subject, true)
        .catch((error: unknown) => this.#onBackgroundError(subject, error))
        .finally(() => {
          this.#inBackground -= 1;
          this.#fillBackground();
        });
    }
  }
}
