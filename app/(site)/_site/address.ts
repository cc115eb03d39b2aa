import { env } from "#lib/env";

/** Where the paper lives; from the settings, never from a request. */
export const siteUrl = (): string => env().SITE_URL;

/** The script that readers get, bundled by the build; absent where nobody bundled it. */
export const islandsModule = (): string | undefined => env().CHAPAR_ISLANDS;
