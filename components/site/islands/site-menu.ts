/** The menu of sections on phones is a plain `<details>`; this closes it by Escape and by a tap elsewhere. */
export class SiteMenu extends HTMLElement {
  connectedCallback() {
    document.addEventListener("click", this.#elsewhere);
    this.addEventListener("keydown", this.#escape);
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.#elsewhere);
    this.removeEventListener("keydown", this.#escape);
  }

  get #details() {
    return this.querySelector("details") as HTMLDetailsElement;
  }

  #elsewhere = ({ target }: MouseEvent) => {
    if (target instanceof Node && !this.contains(target)) this.#details.open = false;
  };

  #escape = ({ key }: KeyboardEvent) => {
    if (key !== "Escape" || !this.#details.open) return;
    this.#details.open = false;
    this.querySelector("summary")?.focus();
  };
}
