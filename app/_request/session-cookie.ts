import "server-only";
import { cookies } from "next/headers";
import { cookieName, isHttps, sealed, sessionSeconds, unsealed } from "#lib/sealed-session";

export const cookieOptions = () => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps() });

/** The session token that this request carries, or null. Says nothing about whether the session still stands. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(cookieName("session"))?.value;
  return value ? unsealed(value) : null;
}

/** Sets the very cookie that next-auth sets and reads. */
export async function keepSessionToken(token: string): Promise<void> {
  (await cookies()).set(cookieName("session"), await sealed(token), { ...cookieOptions(), maxAge: sessionSeconds });
}

export async function dropSessionToken(): Promise<void> {
  (await cookies()).set(cookieName("session"), "", { ...cookieOptions(), maxAge: 0 });
}
