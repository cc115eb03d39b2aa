import "server-only";
import { env } from "#lib/env";
import { type FetchOutside, outsideClient } from "./client.ts";

/** Fetches outside addresses with the newsroom's settings, the only way out of this program over http; gives up when `until` says so. */
export const fetchUntil =
  (until?: AbortSignal): FetchOutside =>
  (address, request) =>
    outsideClient({ allow: env().FETCH_ALLOW, until })(address, request);

export const fetchOutside: FetchOutside = fetchUntil();
