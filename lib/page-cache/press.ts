import { setTimeout as pause } from "node:timers/promises";
import type { Address } from "./addresses.ts";
import type { Recorded } from "./dependencies.ts";
import { type Draft, type DraftOptions, draftOf } from "./draft.ts";
import { Flights, Lane, Overloaded } from "./flights.ts";
import type { Rendering } from "./render.ts";
import { type Urgency, type Watch, Watches } from "./watches.ts";

interface PressOptions {
  render: (url: string) => Promise<Recorded<Rendering>>;
  draft: DraftOptions;
  /** The last event that is known. */
  position: () => bigint;
  /** A page is ready and nothing on it changed since its render began at `position`. */
  finish: (address: Address, draft: Draft, position: bigint) => void;
  /** A page is ready but something on it changed; true if a newer one is wanted. */
  outrun: (address: Address) => boolean;
  fail: (address: Address, error: unknown) => void;
}

const WIDTH = { foreground: 24, waiting: 500, background: 2, unkept: 6, unkeptWaiting: 30 };
/** While much is taken down at once, the pages that show it come to rest when that is over. */
const ATTEMPTS = 20;
/** Milliseconds before the next attempt. */
const pauseAfter = (attempt: number): number => Math.min(attempt - 1, 5) * 20;

/** Makes pages: one render per address at a time, few in the background, and none that was withdrawn meanwhile. */
export class Press {
  #options: PressOptions;
  #watches = new Watches();
  #foreground = new Lane(WIDTH.foreground, WIDTH.waiting);
  /** Of their own, so that however many different ones are asked for, the others are made in time. */
  #unkept = new Lane(WIDTH.unkept, WIDTH.unkeptWaiting);
  #flights: Flights<Address, Draft>;
  #renders = 0;

  constructor(options: PressOptions) {
    this.#options = options;
    this.#flights = new Flights({
      make: (address, inBackground) => this.#make(address, inBackground),
      background: WIDTH.background,
      onBackgroundError: options.fail,
    });
  }

  get renders(): number {
    return this.#renders;
  }

  now(address: Address): Promise<Draft> {
    return this.#flights.now(address);
  }

  later(address: Address): void {
    this.#flights.later(address);
  }

  note(keys: readonly string[], urgency: Urgency): void {
    this.#watches.note(keys, urgency);
  }

  noteEverything(): void {
    this.#watches.noteEverything();
  }

  async #make(address: Address, inBackground: boolean): Promise<Draft> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const draft = await this.#watches.during((watch) => this.#attempt(address, inBackground, watch));
      if (draft) return draft;
      await pause(pauseAfter(attempt));
    }
    throw new Overloaded(`${address.url} was withdrawn ${ATTEMPTS} times while it was rendered.`);
  }

  /** One render; null if nobody may get it, because something on it was withdrawn meanwhile. */
  async #attempt(address: Address, inBackground: boolean, watch: Watch): Promise<Draft | null> {
    const position = this.#options.position();
    const render = () => this.#options.render(address.url);
    this.#renders += 1;
    const lane = address.unkept ? this.#unkept : this.#foreground;
    const recorded = await (inBackground ? render() : lane.run(render));
    const draft = await draftOf(address, recorded, this.#options.draft);
    const spoiled = watch.spoiled(draft.keys);
    if (spoiled === "once") return null;
    if (spoiled === null) this.#options.finish(address, draft, position);
    else if (this.#options.outrun(address)) this.#flights.afterwards(address);
    return draft;
  }
}
