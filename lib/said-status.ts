import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

interface Said {
  status: number | null;
  headers: Readonly<Record<string, string>>;
}

// On globalThis: the bundle that renders pages and the server around it load this file separately.
const slot = Symbol.for("chapar.said-status");
type Shared = typeof globalThis & { [slot]?: AsyncLocalStorage<Said> };
const shared: Shared = globalThis;
shared[slot] ??= new AsyncLocalStorage();
const answers = shared[slot];

/** Says with which status a page or a form's answer goes out: the framework knows none but 200, 404 and its own. */
export function answerAs(status: number, headers: Said["headers"] = {}): void {
  const said = answers.getStore();
  if (said) Object.assign(said, { status, headers });
}

/** Lets `answer` write to `response`, which goes out as was said meanwhile. What was found to be no 200 stays what it is. */
export function asSaid<T>(response: ServerResponse, answer: () => T): T {
  const said: Said = { status: null, headers: {} };
  response.writeHead = new Proxy(response.writeHead, {
    apply(writeHead, self, [status, ...rest]) {
      if (said.status === null || status !== 200) return Reflect.apply(writeHead, self, [status, ...rest]);
      for (const [name, value] of Object.entries(said.headers)) response.setHeader(name, value);
      return Reflect.apply(writeHead, self, [said.status, ...rest]);
    },
  });
  return answers.run(said, answer);
}
