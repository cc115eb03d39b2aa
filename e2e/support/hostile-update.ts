import type { Page } from "@playwright/test";
import * as Y from "yjs";

/** Makes the sockets of a page send, when the test says so, what no editor makes: a block where none can stand. Call it before the page is opened. */
export async function hostileUpdates(page: Page): Promise<(words: string) => void> {
  let send: (update: Uint8Array) => void = () => {
    throw new Error("No story is open.");
  };
  await page.routeWebSocket("**/collab", (socket) => {
    const server = socket.connectToServer();
    let isHostile = false;
    server.onMessage((message) => {
      // The editor would mend what comes back to it, before the newsroom has looked at the whole.
      if (!isHostile || kindOf(message) !== sync) socket.send(message);
    });
    socket.onMessage((message) => {
      server.send(message);
      // Each message begins with the length of its address, and the address.
      const [length = 0] = Buffer.from(message);
      const address = Buffer.from(message).subarray(0, length + 1);
      send = (update) => {
        isHostile = true;
        server.send(Buffer.concat([address, Buffer.from([sync, 2, ...lengthOf(update)]), update]));
      };
    });
  });
  return (words) => send(strayItem(words));
}

const sync = 0;
const kindOf = (message: string | Buffer): number | undefined => {
  const bytes = Buffer.from(message);
  return bytes[(bytes[0] ?? 0) + 1];
};

const lengthOf = ({ length }: Uint8Array): number[] => (length < 128 ? [length] : [(length & 127) | 128, length >> 7]);

function strayItem(words: string): Uint8Array {
  const doc = new Y.Doc();
  const [item, paragraph] = [new Y.XmlElement("listItem"), new Y.XmlElement("paragraph")];
  doc.transact(() => {
    paragraph.insert(0, [new Y.XmlText(words)]);
    item.insert(0, [paragraph]);
    doc.getXmlFragment("body").insert(0, [item]);
  });
  return Y.encodeStateAsUpdate(doc);
}
