import "server-only";
import "../wiring.ts";
import { deskDb } from "#lib/db/desk";
import { hashPassword } from "#lib/passwords";
import { hashOf, newToken } from "#lib/tokens";
import type { Role, StaffActor } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import type { Browser } from "./commands/sign-in.ts";
import { absoluteLimit, after } from "./sessions.ts";

export const goodPassword = "copper lantern forty moths";
const stored = hashPassword(goodPassword);

interface Wish {
  role?: Role;
  name?: string;
  email?: string;
  /** False: asked in, but no password yet. */
  hasPassword?: boolean;
  deactivatedAt?: Date | null;
  now?: Date;
}

/** A person with an account, a session and, unless wished otherwise, the good password. */
export async function aStaff({
  role = "author",
  name = "Aida Bekova",
  hasPassword = true,
  deactivatedAt = null,
  now = new Date(),
  ...wish
}: Wish = {}) {
  const id = newId();
  const email = wish.email ?? `${id}@chapar.test`;
  const passwordHash = hasPassword ? await stored : null;
  await deskDb().staff.create({ data: { id, email, name, role, passwordHash, deactivatedAt, createdAt: now } });
  const session = await aSession(id, now);
  const actor: StaffActor = { kind: "staff", id, name, role, sessionId: session.id };
  return { id, email, name, role, version: 1, actor, token: session.token };
}

/** A session as signing in makes one, with the token that its browser would hold. */
export async function aSession(staffId: string, now = new Date()) {
  const id = newId();
  const token = newToken();
  await deskDb().staffSession.create({
    data: {
      id,
      tokenHash: hashOf(token),
      staffId,
      device: "Firefox on Linux",
      createdAt: now,
      lastSeenAt: now,
      endsAt: after(absoluteLimit, now),
    },
  });
  return { id, token };
}

export const anAdmin = (wish: Wish = {}) => aStaff({ name: "Daria Kim", ...wish, role: "admin" });

export const aProfile = async (name = "Aida Bekova", staffId: string | null = null) => {
  const id = newId();
  const slug = `${name.toLowerCase().replaceAll(" ", "-")}-${id.slice(-6)}`;
  await deskDb().profile.create({ data: { id, slug, name, staffId, createdAt: new Date() } });
  return { id, slug, name, version: 1 };
};

/** A browser that has never been here. */
export const aBrowser = (own: Partial<Browser> = {}): Browser => ({
  address: "192.0.2.1",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0",
  deviceToken: null,
  sessionToken: null,
  ...own,
});

/** How the newsroom answered: the fault, or "in". */
export const faultOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "in",
    ({ fault }) => fault,
  );
