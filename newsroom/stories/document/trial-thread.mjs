// Applies an update to a copy of a text, on a thread that can be ended.
import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";

const doc = new Y.Doc();
Y.applyUpdate(doc, workerData.state);
const since = performance.now();
parentPort?.postMessage("ready");
try {
  Y.applyUpdate(doc, workerData.update);
} catch {
  // What cannot be applied is told where it is applied in earnest.
}
parentPort?.postMessage(performance.now() - since);
