import type { IncomingMessage, ServerResponse } from "node:http";
import { type Address, canonicalPath, placesOf, type Site } from "./addresses.ts";
import { Overloaded } from "./flights.ts";
import { CACHE_CONTROL, Pages, type PagesOptions } from "./pages.ts";
import { asksInPieces, isReading, send, sendWords } from "./send.ts";

export interface PageCacheOptions extends PagesOptions {
  site: Site;
  /** Where a path leads at which nothing is; null if nowhere. Asked for each answer that would be a 404. */
  leadsTo: (path: string) => Promise<string | null>;
}

const SERVED = Promise.resolve(true);

/** Answers what is a page of the site and nothing else. */
export class PageCache {
  /** What it answers with: whoever knows of changes tells these. */
  readonly pages: Pages;
  #options: PageCacheOptions;
  #placeOf: ReturnType<typeof placesOf>;

  constructor(options: PageCacheOptions) {
    const { missing, withdrawn } = options.standIns;
    this.#options = options;
    this.#placeOf = placesOf({ ...options.site, hidden: [missing, withdrawn, ...(options.site.hidden ?? [])] });
    this.pages = new Pages(options);
  }

  /** Answers a request for a page and says true, or leaves it alone and says false. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (isReading(request.method) && !asksInPieces(request.headers)) {
      const entry = this.pages.fresh(request.url ?? "/");
      if (entry !== undefined) {
        send(entry.answer, entry.status, request, response);
        return SERVED;
      }
    }
    return this.#answer(request, response);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const place = this.#placeOf(request.url ?? "/");
    if (place.is === "elsewhere") return false;
    const headers = this.#options.headers("document");
    if (place.is === "misspelt") {
      sendWords({ status: 308, words: "Moved", headers: { ...headers, Location: place.to } }, request, response);
    } else if (place.is === "in pieces" || asksInPieces(request.headers)) {
      sendWords({ status: 404, words: "Not found", headers }, request, response);
    } else if (place.is === "missing") {
      await this.#answerMissing(request, response);
    } else if (!isReading(request.method)) {
      sendWords({ status: 405, words: "Not allowed", headers: { ...headers, Allow: "GET, HEAD" } }, request, response);
    } else {
      await this.#answerPage(place.address, request, response);
    }
    return true;
  }

  async #answerPage(address: Address, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const stored = this.pages.stored(address);
    if (stored) return send(stored.answer, stored.status, request, response);
    if (this.pages.isMissing(address)) return this.#answerMissing(request, response);
    const outcome = await this.pages.newest(address);
    if ("answer" in outcome && outcome.status === 404) return this.#answerMissing(request, response);
    if ("answer" in outcome) return send(outcome.answer, outcome.status, request, response);
    const status = !this.pages.isSure || outcome.reason instanceof Overloaded ? 503 : 500;
    const headers = { ...this.#options.headers("document"), "Retry-After": "5" };
    sendWords({ status, words: "This page cannot be shown at the moment", headers }, request, response);
  }

  async #answerMissing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const to = isReading(request.method) ? await this.#leadsTo(request.url ?? "/") : null;
    if (to === null) return send((await this.pages.standIn("missing")).answer, 404, request, response);
    const cacheControl = this.#options.purged ? CACHE_CONTROL.purged : CACHE_CONTROL.unpurged;
    const headers = { ...this.#options.headers("document"), "Cache-Control": cacheControl, Location: to };
    sendWords({ status: 308, words: "Moved", headers }, request, response);
  }

  async #leadsTo(url: string): Promise<string | null> {
    const path = canonicalPath(url.replace(/[?#].*$/s, ""));
    try {
      return path === null ? null : await this.#options.leadsTo(path);
    } catch (error) {
      this.pages.complain("Whether an address leads elsewhere could not be found out.", { url, error });
      return null;
    }
  }
}
