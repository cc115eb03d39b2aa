import { suggestions } from "#newsroom/search/suggestions";

export const dynamic = "force-dynamic";

/** What a reader who types may mean. Kept nowhere: what was killed a moment ago is offered to nobody. */
export async function GET(request: Request): Promise<Response> {
  const found = await suggestions(new URL(request.url).searchParams.get("q"));
  return Response.json({ suggestions: found }, { headers: { "cache-control": "no-store" } });
}
