import "server-only";
import "#newsroom/wiring";
import type { NextRequest } from "next/server";
import NextAuth, { type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { env } from "#lib/env";
import { log } from "#lib/log";
import { cookieName, isHttps, tokenOf } from "#lib/sealed-session";
import { hashOf } from "#lib/tokens";
import { systemNow } from "#newsroom/kernel/clock";
import { invalid } from "#newsroom/kernel/faults";
import { signOut } from "#newsroom/people/commands/sign-out";
import { actorOfSession } from "#newsroom/people/queries";
import { absoluteLimit } from "#newsroom/people/sessions";
import { faultWords } from "./fault-words.ts";
import { demandOwnPage, refuseForeignPage } from "./origin.ts";
import { refusalOf } from "./refusal.ts";
import { returnPath } from "./return-path.ts";
import { cookieOptions, sessionToken } from "./session-cookie.ts";
import { signInHere } from "./sign-in.ts";

const actorOf = (token: string | null) => (token ? actorOfSession(hashOf(token), systemNow()) : null);

/** next-auth seals and reads the cookie and answers /api/auth; who somebody is stands in the database alone. */
const options = (): AuthOptions => ({
  secret: env().AUTH_SECRET,
  session: { strategy: "jwt", maxAge: absoluteLimit / 1_000 },
  useSecureCookies: isHttps(),
  cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions() } },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-out" },
  providers: [
    Credentials({
      name: "E-mail and password",
      credentials: { email: { label: "Email", type: "email" }, password: { label: "Password", type: "password" } },
      authorize: (credentials) => authorize(credentials?.email ?? "", credentials?.password ?? ""),
    }),
  ],
  callbacks: {
    // The session's token and nothing else: no name, no address, no role.
    jwt: ({ token, user }) => ({ session: user ? user.id : tokenOf(token) }),
    session: async ({ token, session }) => {
      const actor = await actorOf(tokenOf(token));
      return actor
        ? { user: { id: actor.id, name: actor.name, role: actor.role }, expires: session.expires }
        : { expires: new Date(0).toISOString() };
    },
    redirect: ({ url, baseUrl }) =>
      `${baseUrl}${returnPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url)}`,
  },
  events: {
    signOut: async ({ token }) => {
      const actor = await actorOf(tokenOf(token));
      if (actor) await signOut(actor, {});
    },
  },
  logger: {
    error: (code) => log.error("next-auth could not answer", { code }),
    warn: (code) => log.warn("next-auth warns", { code }),
    debug: () => {},
  },
});

async function authorize(email: string, password: string): Promise<{ id: string } | null> {
  try {
    return { id: await signInHere(email, password) };
  } catch (error) {
    const { fault } = refusalOf(error, "Signing in");
    if (fault === "unauthenticated") return null;
    throw new Error(fault);
  }
}

// Not `_log`, by which anybody could write into our log.
const actions = ["session", "csrf", "providers", "signin", "signout", "callback", "error"];
const mostBytes = 16_384;

/** Everything below /api/auth. */
export async function answerAuth(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const [action = ""] = (await context.params).nextauth;
  if (!actions.includes(action)) return new Response(null, { status: 404 });
  try {
    if (request.method !== "GET") await demandFitPost(request);
  } catch (error) {
    const refusal = refusalOf(error, "next-auth");
    return Response.json(refusal, { status: faultWords[refusal.fault].status });
  }
  // next-auth takes the address of the site from this variable and from nowhere else.
  process.env.NEXTAUTH_URL = env().SITE_URL;
  return NextAuth(request, context, options());
}

/** next-auth asks for its own token against forgery; where a session is at stake the page must be ours as well. */
async function demandFitPost(request: NextRequest): Promise<void> {
  const size = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(size <= mostBytes)) throw invalid("This is too long.");
  await ((await sessionToken()) ? demandOwnPage() : refuseForeignPage());
}
