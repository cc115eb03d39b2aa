import * as Y from "yjs";
import type { Body } from "../../body/body.ts";
import { plainText } from "../../body/text.ts";
import { documentOf, textOf } from "../document/document.ts";
import { withUnseenWords } from "../document/unseen-words.ts";
import { following, isInWhatIsGone, type Known } from "./following.ts";
import { movedIn } from "./moved.ts";
import { type Moved, Moves } from "./moves.ts";

/** What is stored of an update, as the newsroom does it; notes in `moved` what it moves. */
export function storedAs(doc: Y.Doc, moved: Moved[], own: Uint8Array, known: Known = null): Uint8Array {
  const followed = isInWhatIsGone(doc, own) ? following(doc, own, { moves: new Moves(moved), known }) : null;
  const meant = followed?.update ?? own;
  const update = withUnseenWords(doc, meant, followed?.seen)?.update ?? meant;
  moved.push(...(followed?.moved ?? []), ...movedIn(doc, update).moved);
  return update;
}

/** A story's text and the windows in which people write it, without sockets or a database. */
export function aText(text: Body, headline = "Snow") {
  const start = documentOf({ headline, body: text });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, start);
  const moved: Moved[] = [];
  const take = (update: Uint8Array, known: Known = null) => Y.applyUpdate(doc, storedAs(doc, moved, update, known));
  return {
    doc,
    moves: () => new Moves(moved),
    lines: () => plainText(textOf(doc).body).split("\n"),
    /** A window with the text as it stands; what is done in it is sent later. */
    window() {
      const own = new Y.Doc();
      Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
      const sent: Uint8Array[] = [];
      const note = (update: Uint8Array) => void sent.push(update);
      own.on("update", note);
      return {
        doc: own,
        does(what: (doc: Y.Doc) => void) {
          own.transact(() => what(own));
          return this;
        },
        /** `isLate`: after a time without a connection, all that the newsroom lacks at once. */
        send(isLate = false) {
          const updates = sent.splice(0);
          const known = Y.decodeStateVector(Y.encodeStateVector(own));
          if (isLate) take(Y.encodeStateAsUpdate(own, Y.encodeStateVector(doc)), known);
          else for (const update of updates) take(update);
          own.off("update", note);
          Y.applyUpdate(own, Y.encodeStateAsUpdate(doc));
          own.on("update", note);
        },
      };
    },
  };
}
