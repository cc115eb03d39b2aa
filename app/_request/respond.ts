import "server-only";
import "#newsroom/wiring";
import type { StaffActor } from "#newsroom/kernel/actor";
import { Fault, invalid, unauthenticated } from "#newsroom/kernel/faults";
import { currentActor } from "./actor.ts";
import { faultWords } from "./fault-words.ts";
import { demandOwnPage } from "./origin.ts";
import { refusalOf } from "./refusal.ts";
import { retryAfter } from "./too-many.ts";

const MEGABYTE = 1024 * 1024;

/** For route handlers of staff: `work` with who asks, its result as JSON, every error as a refusal with its status. */
export async function respond(
  request: Request,
  work: (actor: StaffActor) => Promise<unknown>,
  whoAsks: () => Promise<StaffActor | null> = currentActor,
): Promise<Response> {
  try {
    if (!["GET", "HEAD"].includes(request.method)) await demandOwnPage();
    const actor = await whoAsks();
    if (!actor) throw unauthenticated();
    const result = await work(actor);
    return result instanceof Response ? result : json(200, result ?? {});
  } catch (error) {
    const refusal = refusalOf(error, `${request.method} ${new URL(request.url).pathname}`);
    return json(faultWords[refusal.fault].status, refusal, retryAfter(refusal));
  }
}

/** The object that was sent; its shape is for the command to check. @throws Fault invalid for anything that is no JSON object of this size. */
export async function jsonOf<Input extends object>(request: Request, limit = 8 * MEGABYTE): Promise<Input> {
  const text = await textOf(request, limit);
  try {
    const value = JSON.parse(text);
    if (value !== null && typeof value === "object" && !Array.isArray(value)) return value;
  } catch {
    // Said below, in the same words.
  }
  throw invalid("This is not a JSON object.");
}

/** What was sent, at most `limit` bytes of it. @throws Fault tooLarge */
export async function bytesOf(request: Request, limit: number): Promise<Buffer> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size <= limit) chunks.push(part.value);
    // Whoever still sends hears an answer only once it was read; there is an end to that too.
    else if (size > 4 * limit) break;
  }
  if (size > limit) throw new Fault("tooLarge", `This is more than ${Math.floor(limit / MEGABYTE)} MB.`);
  return Buffer.concat(chunks);
}

async function textOf(request: Request, limit: number): Promise<string> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) throw invalid(`This is more than ${Math.floor(limit / MEGABYTE)} MB.`);
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}) =>
  Response.json(value, { status, headers: { "cache-control": "no-store", ...headers } });
