// `npm run bench -- page-cache`: the page cache by itself, without Next and database, against a bare
// Node server with the same bytes; and what stored pages take in memory against what is counted for them.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import autocannon from "autocannon";
import { aSite } from "#lib/page-cache/testing";
import { report, type Target } from "./measures.ts";

const wanted = { "accept-encoding": "gzip, deflate, br, zstd" };
const rounds = 3;

const roles = { cached, bare, memory };
const role = process.argv[2];
if (role === undefined) await compare();
else if (Object.hasOwn(roles, role)) await roles[role as keyof typeof roles]();

async function compare(): Promise<void> {
  const servers = { cached: await aServer("cached"), bare: await aServer("bare") };
  const best = { cached: { rate: 0, cost: 0 }, bare: { rate: 0, cost: 0 } };
  for (let round = 0; round < rounds; round++) {
    for (const name of ["cached", "bare"] as const) {
      const { rate, cost } = await load(servers[name]);
      if (rate > best[name].rate) best[name] = { rate, cost };
    }
  }
  for (const { child } of Object.values(servers)) child.kill();
  const child = fork(import.meta.filename, ["memory"], { execArgv: [...process.execArgv, "--expose-gc"] });
  const [memory] = (await once(child, "message")) as [{ counted: number; taken: number }];
  const targets: Target[] = [
    { name: "page from the cache", value: best.cached.rate, unit: "req/s" },
    { name: "bare Node server, the same bytes as that", value: best.bare.rate, unit: "req/s" },
    { name: "page against bare server", value: best.cached.rate / best.bare.rate, unit: "×", limit: { least: 0.6 } },
    { name: "bare server's processor time against the page's", value: best.bare.cost / best.cached.cost, unit: "×" },
    {
      name: "memory taken against memory counted",
      value: memory.taken / memory.counted,
      unit: "×",
      limit: { most: 1.1 },
    },
  ];
  if (process.send) {
    process.send(targets);
    process.disconnect();
  } else process.exit(report(targets) ? 0 : 1);
}

/** Requests per second with 32 connections, and processor microseconds for each. */
async function load({ child, port }: { child: ChildProcess; port: number }): Promise<{ rate: number; cost: number }> {
  const used = async () => {
    child.send("used?");
    const [microseconds] = (await once(child, "message")) as [number];
    return microseconds;
  };
  const url = `http://127.0.0.1:${port}/stories/a`;
  await autocannon({ url, connections: 32, duration: 1, headers: wanted });
  const before = await used();
  const { requests, non2xx, errors } = await autocannon({ url, connections: 32, duration: 5, headers: wanted });
  if (non2xx + errors > 0) throw new Error(`${non2xx} wrong answers, ${errors} errors`);
  return { rate: requests.average, cost: ((await used()) - before) / requests.total };
}

async function aServer(name: "cached" | "bare"): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(import.meta.filename, [name]);
  const [{ port }] = (await once(child, "message")) as [AddressInfo];
  return { child, port };
}

function cached(): void {
  const site = aSite();
  site.publish("/stories/a", { body: aPage(1), keys: ["story:1", "site"] });
  serve((request, response) => void site.cache.handle(request, response));
}

function bare(): void {
  const body = brotliCompressSync(aPage(1));
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Encoding": "br",
    "Content-Length": body.length,
  };
  serve((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
}

function serve(listener: http.RequestListener): void {
  const server = http.createServer(listener).listen(0, "127.0.0.1", () => process.send?.(server.address()));
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
}

/** Fills a cache with pages of many sizes and weighs the process before and after. */
async function memory(): Promise<void> {
  const site = aSite({ bytes: 1_000_000_000 });
  await site.ask("/nothing");
  const before = weight();
  for (let i = 0; i < 3_000; i++) {
    site.publish(`/stories/${i}`, {
      body: aPage(i),
      keys: [`story:${i}`, `address:en/${i}`, "tag:csto", "section:water", "site"],
    });
    await site.ask(`/stories/${i}`);
    site.hold(`/stories/${i}`);
  }
  process.send?.({ counted: site.pages.state.bytes, taken: weight() - before });
  process.disconnect();
}

function weight(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function aPage(n: number): string {
  const paragraphs = Array.from(
    { length: 5 + (n % 40) },
    (_, i) => `<p>Story ${n * i} of the road, water and prices in ${i}.</p>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><title>${n}</title></head><body>${paragraphs.join("")}${"<hr>".repeat(500)}</body></html>`;
}
