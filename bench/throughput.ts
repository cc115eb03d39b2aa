import { fork } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import autocannon from "autocannon";

const load = { connections: 32, duration: 8 };
const wanted = { "accept-encoding": "br, gzip" };

/** Requests per second that the program reaches for `page`, and a bare server with the same bytes, one after the other. */
export async function throughput(page: string): Promise<{ program: number; bare: number }> {
  const { headers, body } = await answerOf(page);
  const bareServer = fork("bench/bare-server.ts", { execArgv: [] });
  bareServer.send({ headers, body: body.toString("base64") });
  const [{ port }] = (await once(bareServer, "message")) as [AddressInfo];
  try {
    await perSecond(page, 2);
    const program = await perSecond(page, load.duration);
    await perSecond(`http://127.0.0.1:${port}/`, 2);
    const bare = await perSecond(`http://127.0.0.1:${port}/`, load.duration);
    return { program, bare };
  } finally {
    bareServer.kill();
  }
}

async function perSecond(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, connections: load.connections, duration, headers: wanted });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} wrong answers, ${result.errors} errors`);
  return result.requests.average;
}

/** The answer as it goes over the wire, compressed. */
function answerOf(url: string): Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers: wanted }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () => {
          const {
            connection: _,
            "keep-alive": __,
            date: ___,
            "transfer-encoding": ____,
            ...headers
          } = response.headers;
          resolve({ headers, body: Buffer.concat(chunks) });
        });
      })
      .on("error", reject);
  });
}
