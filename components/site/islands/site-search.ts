interface Suggestion {
  kind: string;
  name: string;
  address: string;
  language: string;
}

const patience = 160;
let fields = 0;

/** Offers what is there while somebody types. Without it, or without an answer, the form is a form. */
export class SiteSearch extends HTMLElement {
  #list = document.createElement("div");
  #asked = "";
  #timer = 0;

  get #field() {
    return this.querySelector("input") as HTMLInputElement;
  }

  get #options() {
    return [...this.#list.children] as HTMLElement[];
  }

  connectedCallback() {
    const field = this.#field;
    this.#list.id = `suggestions-${++fields}`;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", this.dataset.label ?? "");
    this.#list.hidden = true;
    this.append(this.#list);
    const attributes = { role: "combobox", autocomplete: "list", controls: this.#list.id, expanded: "false" };
    for (const [name, value] of Object.entries(attributes))
      field.setAttribute(name === "role" ? name : `aria-${name}`, value);
    field.addEventListener("input", this.#typed);
    this.addEventListener("keydown", this.#key);
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.#show([]);
    });
    // The field keeps the focus.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", ({ target }) => {
      if (target instanceof Element) this.#go(target.closest<HTMLElement>("[role=option]"));
    });
  }

  #typed = () => {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(this.#ask, patience);
  };

  #ask = async () => {
    const asked = this.#field.value.trim();
    this.#asked = asked;
    if (asked.length < 2) return this.#show([]);
    try {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(asked)}`);
      const { suggestions } = (await answer.json()) as { suggestions: Suggestion[] };
      if (this.#asked === asked && document.activeElement === this.#field) this.#show(suggestions);
    } catch {
      this.#show([]);
    }
  };

  #show(suggestions: Suggestion[]) {
    this.#list.replaceChildren(
      ...suggestions.map(({ kind, name, address, language }, at) => {
        const option = document.createElement("div");
        const kindOf = document.createElement("small");
        option.id = `${this.#list.id}-${at}`;
        option.setAttribute("role", "option");
        option.dataset.address = address;
        option.lang = language;
        kindOf.textContent = this.dataset[kind] ?? "";
        option.append(name, " ", kindOf);
        return option;
      }),
    );
    this.#list.hidden = suggestions.length === 0;
    this.#field.setAttribute("aria-expanded", String(suggestions.length > 0));
    this.#choose(-1);
  }

  #choose(chosen: number) {
    const options = this.#options;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === chosen));
    const option = options[chosen];
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.#field.setAttribute("aria-activedescendant", option.id);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  #key = (event: KeyboardEvent) => {
    const options = this.#options;
    if (options.length === 0 || event.isComposing) return;
    const chosen = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
    // One more place than options: the field itself.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#choose(((chosen + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    else if (event.key === "Escape") this.#show([]);
    else if (event.key === "Enter" && chosen >= 0) this.#go(options[chosen] ?? null);
    else return;
    event.preventDefault();
  };

  #go(option: HTMLElement | null) {
    if (option?.dataset.address) location.assign(option.dataset.address);
  }
}
