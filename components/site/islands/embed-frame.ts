/** An embed is a link until a reader asks for it; then it becomes a sandboxed frame. Nothing is fetched before. */
export class EmbedFrame extends HTMLElement {
  connectedCallback() {
    const ask = this.querySelector<HTMLElement>("[data-ask]");
    if (!ask) return;
    ask.hidden = false;
    ask.querySelector("button")?.addEventListener("click", () => this.#show(ask));
  }

  #show(ask: HTMLElement) {
    const frame = document.createElement("iframe");
    frame.title = this.dataset.title ?? "";
    // Its own origin, never ours: the frame may keep what its site keeps, and cannot leave for another page.
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
    frame.allow = "fullscreen; picture-in-picture; encrypted-media";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = this.dataset.frame ?? "";
    ask.replaceWith(frame);
    frame.focus();
  }
}
