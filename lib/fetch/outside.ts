import "server-only";
import { env } from "#lib/env";
import { type FetchOutside, outsideClient } from "./client.ts";

/** Fetches an outside address with the newsroom's settings; the only way out of this program over http. */
export const fetchOutside: FetchOutside = (address, request) =>
  outsideClient({ allow: env().FETCH_ALLOW })(address, request);
