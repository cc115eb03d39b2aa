import type { Address } from "./addresses.ts";
import type { Recorded } from "./dependencies.ts";
import { type Draft, type DraftOptions, draftOf } from "./draft.ts";
import { Flights, Lane } from "./flights.ts";
import type { Rendering } from "./render.ts";
import { type Urgency, type Watch, Watches } from "./watches.ts";

interface PressOptions<Begun> {
  render: (url: string) => Promise<Recorded<Rendering>>;
  draft: DraftOptions;
  /** Keys that need no watch. */
  unwatched: (address: Address) => readonly string[];
  /** What is to be remembered from the moment before a render began. */
  begin: () => Begun;
  /** A page is ready and nothing on it changed since it was begun. */
  finish: (address: Address, draft: Draft, begun: Begun) => void;
  /** A page is ready but something on it changed; true if a newer one is wanted. */
  outrun: (address: Address) => boolean;
  fail: (address: Address, error: unknown) => void;
}

const WIDTH = { foreground: 24, waiting: 500, background: 2 };
const ATTEMPTS = 3;

/** Makes pages: one render per address at a time, few in the background, and none that was withdrawn meanwhile. */
export class Press<Begun> {
  #options: PressOptions<Begun>;
  #watches = new Watches();
  #foreground = new Lane(WIDTH.foreground, WIDTH.waiting);
  #flights: Flights<Address, Draft>;
  #renders = 0;

  constructor(options: PressOptions<Begun>) {
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
    }
    throw new Error(`${address.url} was withdrawn ${ATTEMPTS} times while it was rendered.`);
  }

  /** One render; null if nobody may get it, because something on it was withdrawn meanwhile. */
  async #attempt(address: Address, inBackground: boolean, watch: Watch): Promise<Draft | null> {
    const begun = this.#options.begin();
    const render = () => this.#options.render(address.url);
    this.#renders += 1;
    const recorded = await (inBackground ? render() : this.#foreground.run(render));
    const draft = await draftOf(address, recorded, this.#options.draft);
    const unwatched = this.#options.unwatched(address);
    const spoiled = watch.spoiled(draft.keys.filter((key) => !unwatched.includes(key)));
    if (spoiled === "once") return null;
    if (spoiled === null) this.#options.finish(address, draft, begun);
    else if (this.#options.outrun(address)) this.#flights.afterwards(address);
    return draft;
  }
}
