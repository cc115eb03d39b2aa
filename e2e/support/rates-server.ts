// The public currency-api on this machine: answers with the real recorded files of the npm package of the same name, with
// the same files of another day, and with everything that can go wrong. Tests start it in their own process; a program under test
// is pointed at it by RATES_URL and FETCH_ALLOW, and steered from another process by PUT /answer.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";

const recordedFiles = fileURLToPath(
  new URL("../../node_modules/@fawazahmed0/currency-api/v1/currencies/", import.meta.url),
);

export type RatesAnswer =
  /** The recorded files as they are; `date` moves them to another day, `usd` replaces quotes in the file for the dollar. */
  | { kind: "recorded"; date?: string; usd?: Record<string, unknown> }
  | { kind: "text"; body: string }
  | { kind: "status"; status: number }
  | { kind: "redirect"; to: string }
  /** Takes the request and says nothing. */
  | { kind: "silent" }
  /** One drop now and then, without end. */
  | { kind: "drip" }
  | { kind: "huge" }
  /** Ends in the middle. */
  | { kind: "cut" };

export interface RatesServer {
  /** For RATES_URL. */
  url: string;
  /** For FETCH_ALLOW. */
  host: string;
  /** What was asked of the files so far. */
  requests: { path: string; ifNoneMatch: string | undefined; status: number }[];
  answer(answer: RatesAnswer): void;
  close(): Promise<void>;
}

export interface RecordedFile {
  date: string;
  usd: Record<string, number>;
}

/** The recorded file for the dollar, for tests that say what should come of it. */
export const recordedDollar = (): RecordedFile => JSON.parse(readFileSync(`${recordedFiles}usd.json`, "utf8"));

export async function startRatesServer(port = 0): Promise<RatesServer> {
  let current: RatesAnswer = { kind: "recorded" };
  const requests: RatesServer["requests"] = [];
  const server = createServer(async (request, response) => {
    if (request.method === "PUT" && request.url === "/answer") {
      current = JSON.parse(await textOf(request));
      response.writeHead(204).end();
      return;
    }
    serve(current, request, response);
    requests.push({
      path: request.url ?? "",
      ifNoneMatch: request.headers["if-none-match"],
      status: response.statusCode,
    });
  });
  const host = `127.0.0.1:${await listen(server, port)}`;
  return {
    url: `http://${host}/v1/currencies/usd.json`,
    host,
    requests,
    answer: (answer) => {
      current = answer;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function serve(answer: RatesAnswer, request: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case "recorded":
      serveText(fileFor(request.url ?? "", answer), request, response);
      break;
    case "text":
      serveText(answer.body, request, response);
      break;
    case "status":
      response.writeHead(answer.status).end("<h1>Not now</h1>");
      break;
    case "redirect":
      response.writeHead(302, { location: answer.to }).end();
      break;
    case "silent":
      break;
    case "drip":
      pour(response, " ", 50);
      break;
    case "huge":
      pour(response, " ".repeat(64 * 1024), 0);
      break;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "7486" });
      response.write('{"date":"2026-', () => response.destroy());
      break;
    default:
      answer satisfies never;
  }
}

function fileFor(path: string, { date, usd }: { date?: string; usd?: Record<string, unknown> }): string | undefined {
  const name = /^\/v1\/currencies\/([a-z0-9]+(?:\.min)?\.json)$/.exec(path)?.[1];
  if (!name) return undefined;
  try {
    const text = readFileSync(recordedFiles + name, "utf8");
    if (!date && !usd) return text;
    const file = JSON.parse(text);
    return JSON.stringify(
      { ...file, date: date ?? file.date, ...(file.usd && { usd: { ...file.usd, ...usd } }) },
      null,
      "\t",
    );
  } catch {
    return undefined;
  }
}

function serveText(body: string | undefined, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${createHash("sha256")
    .update(body ?? "")
    .digest("hex")
    .slice(0, 32)}"`;
  if (body === undefined) response.writeHead(404).end();
  else if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { "content-type": "application/json; charset=utf-8", etag }).end(body);
}

function pour(response: ServerResponse, drop: string, everyMs: number): void {
  response.writeHead(200, { "content-type": "application/json" });
  const more = () => {
    if (response.destroyed) return;
    if (everyMs > 0) setTimeout(more, everyMs).unref();
    if (response.write(drop) && everyMs === 0) setImmediate(more);
    else if (everyMs === 0) response.once("drain", more);
  };
  more();
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return text;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((ready, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") failed(new Error("The server has no port."));
      else ready(address.port);
    });
  });
}

if (import.meta.main) {
  const { url, host } = await startRatesServer(Number(process.argv[2] ?? 0));
  process.stdout.write(`RATES_URL=${url} FETCH_ALLOW=${host}\n`);
}
