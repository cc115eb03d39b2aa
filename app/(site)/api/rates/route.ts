import { createHash } from "node:crypto";
import { currentRates } from "#newsroom/rates/published";
import { asOf } from "#newsroom/rates/strip";

export const dynamic = "force-dynamic";

/** The strip for open pages: they ask with the ETag that they have. */
export async function GET(request: Request): Promise<Response> {
  const rates = (await currentRates()) ?? [];
  const body = JSON.stringify({ rates, asOf: asOf(rates) });
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { etag, "cache-control": "public, max-age=0, must-revalidate" };
  if (knows(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
}

const knows = (asked: string | null, etag: string): boolean =>
  asked?.split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag) ?? false;
