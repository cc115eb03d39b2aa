import "server-only";
import { cookies, headers } from "next/headers";
import { cookieName } from "#lib/sealed-session";
import type { Browser } from "#newsroom/people/commands/sign-in";
import { cookieOptions, sessionToken } from "./session-cookie.ts";

const YEAR = 365 * 86_400;

/** The client's address, as the program's server found it (server/request-headers.ts): one address, whatever came from outside. */
async function clientAddress(): Promise<string | null> {
  return (await headers()).get("x-forwarded-for");
}

/** What the browser of this request brings besides words. */
export async function thisBrowser(): Promise<Browser> {
  return {
    address: await clientAddress(),
    userAgent: (await headers()).get("user-agent"),
    deviceToken: (await cookies()).get(cookieName("device"))?.value ?? null,
    sessionToken: await sessionToken(),
  };
}

/** Lets this browser show next time that it has been here. */
export async function keepDeviceToken(token: string): Promise<void> {
  (await cookies()).set(cookieName("device"), token, { ...cookieOptions(), maxAge: YEAR });
}
