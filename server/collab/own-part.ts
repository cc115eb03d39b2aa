import type { Document } from "@hocuspocus/server";
import { deskDb } from "#lib/db/desk";
import { log } from "#lib/log";
import type { StaffActor } from "#newsroom/kernel/actor";
import { putAsideUpdate } from "#newsroom/stories/commands/put-aside-update";
import { type Claimed, type Claims, claimsIn, newIn } from "#newsroom/stories/document/claims";
import { type Foreign, foreignIn, foreignWords } from "#newsroom/stories/document/claims-store";
import type { Patience } from "./patience.ts";
import { Refusal } from "./refusal.ts";

/** Sees to it that what somebody sends is their own. */
export class OwnPart {
  #document: Document;
  #patience: Patience;
  #fetchAll: () => Promise<boolean>;
  /** Whose clients and suggestions were asked for already. */
  #known = new Set<string>();

  /** `fetchAll`: takes in what other instances stored; false if it cannot be told from here. */
  constructor(document: Document, patience: Patience, fetchAll: () => Promise<boolean>) {
    this.#document = document;
    this.#patience = patience;
    this.#fetchAll = fetchAll;
  }

  /** What an update brings beyond what is here. @throws Refusal for what is another's: what was typed of it is put aside. */
  async of(sent: Uint8Array, actor: StaffActor, at: Date): Promise<Uint8Array> {
    let claims = claimsIn(this.#document, sent);
    let foreign = await this.#foreignIn(claims, actor.id, at);
    if (foreign === "words") {
      // Another instance may have stored them, and sent them to this window when it was there.
      if (!(await this.#fetchAll())) throw new Refusal("startOver");
      claims = claimsIn(this.#document, sent);
      foreign = await this.#foreignIn(claims, actor.id, at);
    }
    if (foreign === "words") await this.#putAside(sent, actor, at);
    if (foreign) throw new Refusal("unfit", foreignWords[foreign]);
    return claims.repeats ? newIn(this.#document, sent) : sent;
  }

  /** The database may have forgotten whose they are. */
  askAgain(): void {
    this.#known.clear();
  }

  async #foreignIn(claims: Claims, staffId: string, at: Date): Promise<Foreign | null> {
    const ofClient = (client: number) => `${client} ${staffId}`;
    const ofSuggestion = ({ suggestionId, by }: Claimed) => `${suggestionId} ${by}`;
    const clients = claims.clients.filter((client) => !this.#known.has(ofClient(client)));
    const suggestions = claims.suggestions.filter((claimed) => !this.#known.has(ofSuggestion(claimed)));
    if (clients.length + suggestions.length === 0) return null;
    const sender = { storyId: this.#document.name, staffId, at };
    const foreign = await this.#patience.with(() =>
      foreignIn(deskDb(), this.#document, { clients, suggestions }, sender),
    );
    if (foreign === null)
      for (const known of [...clients.map(ofClient), ...suggestions.map(ofSuggestion)]) this.#known.add(known);
    return foreign;
  }

  /** The window starts over without them: it would send them again and again. @throws Refusal */
  async #putAside(update: Uint8Array, actor: StaffActor, now: Date): Promise<void> {
    const storyId = this.#document.name;
    const why = foreignWords.words;
    const { isKept } = await this.#patience.with(() => putAsideUpdate(actor, { storyId, update, why }, { now }));
    log.warn("Somebody sent words that are another's", { storyId, staffId: actor.id, isKept });
    if (isKept) throw new Refusal("startOver", "", true);
  }
}
