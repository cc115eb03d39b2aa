// Calls server actions, route handlers and pages as Next does: inside a request with these headers and cookies.
import { type WorkStore, workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external.js";
import {
  type RequestStore,
  workUnitAsyncStorage,
} from "next/dist/server/app-render/work-unit-async-storage.external.js";
import { HeadersAdapter } from "next/dist/server/web/spec-extension/adapters/headers.js";
import { MutableRequestCookiesAdapter } from "next/dist/server/web/spec-extension/adapters/request-cookies.js";
import { RequestCookies } from "next/dist/server/web/spec-extension/cookies.js";
import { cookieName, sealed } from "#lib/sealed-session";

export const ourSite = "http://localhost:3000";

/** `phase` says whether cookies may be set: in actions and route handlers, not in pages. */
export function inRequest<Result>(phase: "action" | "render", headers: Headers, work: () => Result): Result {
  // The rest of both stores is about caching and rendering, which no door asks about.
  const request = {
    type: "request",
    phase,
    headers: HeadersAdapter.seal(headers),
    cookies: new RequestCookies(headers),
    userspaceMutableCookies: MutableRequestCookiesAdapter.wrap(new RequestCookies(headers)),
  } as unknown as RequestStore;
  const route = { route: "/" } as WorkStore;
  return workAsyncStorage.run(route, () => workUnitAsyncStorage.run(request, work));
}

/** What a browser sends with a call from a page of `origin`, and with the session that it holds. */
export async function headersOf(token: string | null, origin: string | null = ourSite): Promise<Headers> {
  const headers = new Headers({ host: new URL(ourSite).host });
  if (origin !== null) headers.set("origin", origin);
  if (token !== null) headers.set("cookie", `${cookieName("session")}=${await sealed(token)}`);
  return headers;
}
