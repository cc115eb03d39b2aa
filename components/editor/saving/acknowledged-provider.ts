import { HocuspocusProvider, type HocuspocusProviderConfiguration } from "@hocuspocus/provider";

interface Counts {
  /** The number of the newest change that was made in this window. */
  typed(): number;
  /** All changes up to this one are stored. */
  acknowledged(upTo: number): void;
}

type Send = HocuspocusProvider["send"];

/**
 * Hocuspocus' client, which knows of each change of this window whether it is stored. The newsroom acknowledges what a connection
 * sends one by one and in order, once it is in its database; the client's own count loses track when a connection is cut.
 */
export class AcknowledgedProvider extends HocuspocusProvider {
  // The constructor of the class above sends already.
  #counts: Counts | undefined;
  #sent: number[] | undefined;

  constructor(configuration: HocuspocusProviderConfiguration, counts: Counts) {
    super(configuration);
    this.#counts = counts;
  }

  /** A new connection: nothing of it is acknowledged, and nothing of the last one will be. */
  override startSync(): void {
    this.#sent = undefined;
    super.startSync();
  }

  override onClose(): void {
    this.#sent = undefined;
    super.onClose();
  }

  override send(message: Parameters<Send>[0], args: Parameters<Send>[1]): void {
    const isAnswer = "encoder" in args;
    // Until the newsroom was told all that it lacks, single changes would only repeat a part of it; and a connection that is
    // closing would keep them for the next one, whose acknowledgements they would take.
    if ("update" in args && !(this.#sent && this.#isOpen())) return;
    super.send(message, args);
    if (isAnswer) this.#sent ??= [];
    if (isAnswer || "update" in args) this.#sent?.push(this.#counts?.typed() ?? 0);
  }

  #isOpen(): boolean {
    return this.configuration.websocketProvider.webSocket?.readyState === WebSocket.OPEN;
  }

  override decrementUnsyncedChanges(): void {
    super.decrementUnsyncedChanges();
    const upTo = this.#sent?.shift();
    if (upTo !== undefined) this.#counts?.acknowledged(upTo);
  }
}
