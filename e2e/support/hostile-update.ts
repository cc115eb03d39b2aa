import type { Page } from "@playwright/test";
import * as Y from "yjs";

/** Makes the sockets of a page send, when the test says so, what no editor makes: a list whose item begins with no paragraph. Call it before the page is opened. */
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
  return (words) => send(strayList(words));
}

const sync = 0;
const lengthOf = ({ length }: Uint8Array): number[] => (length < 128 ? [length] : [(length & 127) | 128, length >> 7]);

function strayList(words: string): Uint8Array {
  const doc = new Y.Doc();
  const [list, item, crosshead] = [
    new Y.XmlElement("bulletList"),
    new Y.XmlElement("listItem"),
    new Y.XmlElement("crosshead"),
  ];
  doc.transact(() => {
    crosshead.setAttribute("level", 2 as never);
    crosshead.insert(0, [new Y.XmlText(words)]);
    item.insert(0, [crosshead]);
    list.insert(0, [item]);
    doc.getXmlFragment("body").insert(0, [list]);
  });
  return Y.encodeStateAsUpdate(doc);
}
