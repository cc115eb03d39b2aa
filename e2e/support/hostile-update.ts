import type { Page } from "@playwright/test";
import * as Y from "yjs";

/** Makes the sockets of a page send, when the test says so, what no editor makes: a crosshead of a level that none has. Call it before the page is opened. */
export async function hostileUpdates(page: Page): Promise<(words: string) => void> {
  let send: (update: Uint8Array) => void = () => {
    throw new Error("No story is open.");
  };
  await page.routeWebSocket("**/collab", (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => socket.send(message));
    socket.onMessage((message) => {
      server.send(message);
      // Each message begins with the length of its address, and the address.
      const [length = 0] = Buffer.from(message);
      const address = Buffer.from(message).subarray(0, length + 1);
      send = (update) => server.send(Buffer.concat([address, Buffer.from([sync, 2, ...lengthOf(update)]), update]));
    });
  });
  return (words) => send(unfitCrosshead(words));
}

const sync = 0;
const lengthOf = ({ length }: Uint8Array): number[] => (length < 128 ? [length] : [(length & 127) | 128, length >> 7]);

function unfitCrosshead(words: string): Uint8Array {
  const doc = new Y.Doc();
  const crosshead = new Y.XmlElement("crosshead");
  doc.transact(() => {
    crosshead.setAttribute("level", 9 as never);
    crosshead.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment("body").insert(0, [crosshead]);
  });
  return Y.encodeStateAsUpdate(doc);
}
