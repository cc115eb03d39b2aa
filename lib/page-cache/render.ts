import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";

/** A request handler as `node:http` knows it; Next's is one. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** One whole answer, taken down in memory. */
export interface Rendering {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

const LARGEST_BODY = 64 * 1024 * 1024;

/**
 * Lets `handler` answer GET `url` in this process and takes the answer down. The request carries no cookie, no
 * accept-encoding and nothing else of the reader who waits for it, so the answer is good for everybody.
 * Throws when the answer is not complete within `timeout` milliseconds.
 */
export function render(handler: Handler, url: string, options: { host: string; timeout: number }): Promise<Rendering> {
  return new Promise((resolve, reject) => {
    const request = anonymousRequest(url, options.host);
    const response = new RecordedResponse(request, finish);
    const timer = setTimeout(() => {
      fail(new Error(`Rendering ${url} took longer than ${options.timeout} ms.`));
    }, options.timeout);

    function finish(outcome: Rendering | Error): void {
      clearTimeout(timer);
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    }
    function fail(error: unknown): void {
      clearTimeout(timer);
      reject(error);
      response.destroy();
      response.emit("close");
    }
    handler(request, response).catch(fail);
  });
}

function anonymousRequest(url: string, host: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: "127.0.0.1" });
  const request = new IncomingMessage(socket);
  request.method = "GET";
  request.url = url;
  request.httpVersion = "1.1";
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = { host, accept: "text/html" };
  request.rawHeaders = Object.entries(request.headers).flatMap(([name, value]) => [name, String(value)]);
  request.push(null);
  return request;
}

type Finish = (outcome: Rendering | Error) => void;

/** A response that nobody is connected to: what is written is kept, and `end` hands it over. */
class RecordedResponse extends ServerResponse {
  #chunks: Buffer[] = [];
  #bytes = 0;
  #started = false;
  #finish: Finish;

  constructor(request: IncomingMessage, finish: Finish) {
    super(request);
    this.#finish = finish;
    Object.defineProperty(this, "headersSent", { get: () => this.#started });
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.at(-1);
    if (Array.isArray(headers)) {
      for (let i = 0; i + 1 < headers.length; i += 2) this.setHeader(String(headers[i]), headers[i + 1]);
    } else if (headers !== null && typeof headers === "object") {
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) this.setHeader(name, value);
    }
    this.#started = true;
    return this;
  }

  override flushHeaders(): void {
    this.#started = true;
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#started = true;
    this.#keep(chunk, rest[0]);
    const done = rest.find(isCallback);
    if (done) process.nextTick(done);
    return true;
  }

  override end(...rest: unknown[]): this {
    this.#started = true;
    if (!isCallback(rest[0])) this.#keep(rest[0], rest[1]);
    const done = rest.find(isCallback);
    this.finished = true;
    this.#finish(
      this.#bytes > LARGEST_BODY
        ? new Error(`The answer is larger than ${LARGEST_BODY} bytes.`)
        : { status: this.statusCode, headers: { ...this.getHeaders() }, body: Buffer.concat(this.#chunks) },
    );
    process.nextTick(() => {
      done?.();
      this.emit("finish");
      this.emit("close");
    });
    return this;
  }

  #keep(chunk: unknown, encoding: unknown): void {
    if (this.#bytes > LARGEST_BODY) return;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" && Buffer.isEncoding(encoding) ? encoding : "utf8")
        : chunk instanceof Uint8Array
          ? Buffer.from(chunk)
          : null;
    if (!bytes) return;
    this.#bytes += bytes.length;
    this.#chunks.push(bytes);
  }
}

const isCallback = (value: unknown): value is () => void => typeof value === "function";
