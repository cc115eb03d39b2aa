import { IncomingMessage, MessageType } from "@hocuspocus/server";
import * as Y from "yjs";

/** Where a window's message goes: the name of a story, and of a session if it has one. Null if it goes nowhere. */
export function addressIn(bytes: Uint8Array): string | null {
  try {
    const address = new IncomingMessage(bytes).readVarString();
    return isProperty(address.split("\0")[0] ?? "") ? null : address;
  } catch {
    return null;
  }
}

/** False for what no window of ours says: Hocuspocus would fail on it somewhere inside, and print that past our log. */
export function isReadable(bytes: Uint8Array): boolean {
  try {
    const message = new IncomingMessage(bytes);
    message.readVarString();
    return saysSomething(message);
  } catch {
    return false;
  }
}

/** Hocuspocus keeps what it knows of an address as the property of that name. */
const isProperty = (name: string): boolean => name in Object.prototype;

const token = 0;
const sync = { step1: 0, step2: 1, update: 2 };

/** @throws Error where the message ends too early, or a part of it is broken */
function saysSomething(message: IncomingMessage): boolean {
  switch (message.readVarUint()) {
    case MessageType.Sync:
    case MessageType.SyncReply:
      return isSync(message);
    case MessageType.Awareness:
      return isAwareness(new IncomingMessage(message.readVarUint8Array()));
    case MessageType.Auth:
      return message.readVarUint() === token && message.readVarString() !== "";
    case MessageType.Stateless:
      message.readVarString();
      return true;
    case MessageType.QueryAwareness:
    case MessageType.CLOSE:
      return true;
    default:
      return false;
  }
}

function isSync(message: IncomingMessage): boolean {
  const step = message.readVarUint();
  const payload = message.readVarUint8Array();
  if (step === sync.step1) Y.decodeStateVector(payload);
  // Once a connection. What is typed later is read when it is taken, and refused in words.
  else if (step === sync.step2) Y.decodeUpdate(payload);
  return step <= sync.update;
}

function isAwareness(states: IncomingMessage): boolean {
  for (let left = states.readVarUint(); left > 0; left--) {
    states.readVarUint();
    states.readVarUint();
    const state: unknown = JSON.parse(states.readVarString());
    if (typeof state !== "object") return false;
  }
  return true;
}
