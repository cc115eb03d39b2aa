import "server-only";
import { decode, encode, type JWT } from "next-auth/jwt";
import { env } from "#lib/env";

export const sessionSeconds = 30 * 86_400;

/** Is the public address https? Then cookies are Secure and bound to the host. */
export const isHttps = (): boolean => env().SITE_URL.startsWith("https://");

export const cookieName = (name: "session" | "device"): string => `${isHttps() ? "__Host-" : ""}chapar.${name}`;

/** The random token in next-auth's sealed cookie, which carries nothing else. */
export function tokenOf(sealed: JWT | null): string | null {
  const token = sealed?.session;
  return typeof token === "string" ? token : null;
}

/** The very value that next-auth sets and reads. */
export const sealed = (token: string): Promise<string> =>
  encode({ token: { session: token }, secret: env().AUTH_SECRET, maxAge: sessionSeconds });

/** The token behind the value of a session cookie, or null. Says nothing about whether the session still stands. */
export async function unsealed(value: string): Promise<string | null> {
  try {
    return tokenOf(await decode({ token: value, secret: env().AUTH_SECRET }));
  } catch {
    // Sealed with another secret, altered or too old: it is no session.
    return null;
  }
}

/** The session token in a `Cookie` header, or null. */
export async function tokenInCookies(header: string | null): Promise<string | null> {
  const prefix = `${cookieName("session")}=`;
  const cookie = header?.split(/; */).find((part) => part.startsWith(prefix));
  return cookie ? unsealed(decodeURIComponent(cookie.slice(prefix.length))) : null;
}
