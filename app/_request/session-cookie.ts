import "server-only";
import { cookies } from "next/headers";
import { decode, encode, type JWT } from "next-auth/jwt";
import { env } from "#lib/env";

const THIRTY_DAYS = 30 * 86_400;

/** Is the public address https? Then cookies are Secure and bound to the host. */
export const isHttps = (): boolean => env().SITE_URL.startsWith("https://");

export const cookieName = (name: "session" | "device"): string => `${isHttps() ? "__Host-" : ""}chapar.${name}`;

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps() });

/** The random token in next-auth's sealed cookie, which carries nothing else. */
export function tokenOf(sealed: JWT | null): string | null {
  const token = sealed?.session;
  return typeof token === "string" ? token : null;
}

/** The session token that this request carries, or null. Says nothing about whether the session still stands. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(cookieName("session"))?.value;
  if (!value) return null;
  try {
    return tokenOf(await decode({ token: value, secret: env().AUTH_SECRET }));
  } catch {
    // Sealed with another secret, altered or too old: it is no session.
    return null;
  }
}

/** Sets the very cookie that next-auth sets and reads. */
export async function keepSessionToken(token: string): Promise<void> {
  const sealed = await encode({ token: { session: token }, secret: env().AUTH_SECRET, maxAge: THIRTY_DAYS });
  (await cookies()).set(cookieName("session"), sealed, { ...cookieOptions(), maxAge: THIRTY_DAYS });
}

export async function dropSessionToken(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", { ...cookieOptions(), maxAge: 0 });
}
