import type { TickerRate } from "#newsroom/rates/schema";
import { arrowOf, datedLine } from "../currency-ticker/rate.ts";
import { shortDay } from "../dates.ts";

const pixelsPerSecond = 36;
const askEvery = 30_000;
const remembered = "chapar:rates-still";

/**
 * Makes the strip of rates move and keeps it fresh. The list that came with the page stays the only reading: the copies
 * that close the loop are hidden from assistive technology and cannot be focused.
 */
export class CurrencyTicker extends HTMLElement {
  #motion = matchMedia("(prefers-reduced-motion: reduce)");
  #size = new ResizeObserver(() => this.#layOut());
  #etag = "";
  #asked = Date.now();
  #timer = 0;

  connectedCallback() {
    this.#button.addEventListener("click", this.#toggle);
    this.#motion.addEventListener("change", this.#layOut);
    document.addEventListener("visibilitychange", this.#rest);
    this.#size.observe(this);
    this.#size.observe(this.#list);
    this.#showStill(recall() === "1");
    this.#rest();
  }

  disconnectedCallback() {
    this.#button.removeEventListener("click", this.#toggle);
    this.#motion.removeEventListener("change", this.#layOut);
    document.removeEventListener("visibilitychange", this.#rest);
    this.#size.disconnect();
    clearTimeout(this.#timer);
  }

  get #button() {
    return this.querySelector("button") as HTMLButtonElement;
  }

  get #track() {
    return this.querySelector("[data-track]") as HTMLElement;
  }

  get #list() {
    return this.#track.firstElementChild as HTMLElement;
  }

  /** As many copies as fill the strip while one list passes; none for those who asked for less motion. */
  #layOut = () => {
    const list = this.#list;
    const width = list.offsetWidth;
    const moves = !this.#motion.matches && width > 0;
    const copies = moves ? Math.ceil(this.offsetWidth / width) : 0;
    while (this.#track.childElementCount > copies + 1) this.#track.lastElementChild?.remove();
    while (this.#track.childElementCount < copies + 1) this.#track.append(copyOf(list));
    this.toggleAttribute("data-moving", moves);
    const way = getComputedStyle(this).direction === "rtl" ? width : -width;
    this.#track.style.setProperty("--way", `${way}px`);
    this.#track.style.setProperty("--round", `${width / pixelsPerSecond}s`);
  };

  #toggle = () => {
    const still = !this.hasAttribute("data-still");
    this.#showStill(still);
    remember(still ? "1" : "0");
  };

  #showStill(still: boolean) {
    this.toggleAttribute("data-still", still);
    this.#button.setAttribute("aria-label", (still ? this.dataset.move : this.dataset.pause) ?? "");
  }

  /** A hidden page asks nothing; one that is seen again asks as soon as its answer is old. */
  #rest = () => {
    clearTimeout(this.#timer);
    if (document.hidden) return;
    this.#timer = window.setTimeout(this.#ask, Math.max(0, this.#asked + askEvery - Date.now()));
  };

  #ask = async () => {
    this.#asked = Date.now();
    try {
      const headers = this.#etag ? { "If-None-Match": this.#etag } : undefined;
      const answer = await fetch("/api/rates", { headers, cache: "no-store", signal: AbortSignal.timeout(10_000) });
      if (answer.status === 200) {
        const { rates } = (await answer.json()) as { rates: TickerRate[] };
        for (const rate of rates) this.#show(rate);
        this.#etag = answer.headers.get("ETag") ?? "";
      }
    } catch {
      // The numbers that stand there carry their date; the next round asks again.
    }
    if (this.isConnected) this.#rest();
  };

  #show(rate: TickerRate) {
    const words = { asOf: this.dataset.asOf ?? "", notUpdatedSince: this.dataset.notUpdatedSince ?? "" };
    const parts = {
      value: rate.value,
      arrow: arrowOf(rate.direction),
      change: rate.change ?? "",
      date: datedLine(words, rate.stale, shortDay(rate.effectiveDate, document.documentElement.lang || "en")),
    };
    // The strip's own items, and the boxes in a story that follow the strip.
    for (const item of document.querySelectorAll<HTMLElement>(`[data-pair="${CSS.escape(rate.pair)}"]`)) {
      item.dataset.direction = rate.direction ?? "none";
      item.toggleAttribute("data-stale", rate.stale);
      for (const [name, text] of Object.entries(parts)) {
        const part = item.querySelector(`[data-part="${name}"]`);
        if (part && part.textContent !== text) part.textContent = text;
      }
    }
  }
}

function copyOf(list: HTMLElement): Node {
  const copy = list.cloneNode(true) as HTMLElement;
  copy.setAttribute("aria-hidden", "true");
  copy.removeAttribute("aria-label");
  copy.inert = true;
  return copy;
}

/** Storage may be closed to us; then the choice lasts for this page. */
function recall(): string | null {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

function remember(value: string) {
  try {
    localStorage.setItem(remembered, value);
  } catch {
    // See recall().
  }
}
