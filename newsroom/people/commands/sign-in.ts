import "server-only";
import type { z } from "zod";
import { deskDb } from "#lib/db/desk";
import { networkOf } from "#lib/network";
import { fits } from "#lib/passwords";
import { countTry, giveBack, type Limit } from "#lib/throttle";
import { hashOf, newToken } from "#lib/tokens";
import { system } from "../../kernel/actor.ts";
import { systemNow } from "../../kernel/clock.ts";
import { tooMany } from "../../kernel/faults.ts";
import { newId } from "../../kernel/ids.ts";
import { parsed } from "../../kernel/parsed.ts";
import { deviceName } from "../device.ts";
import { parseEmail } from "../email.ts";
import { SignIn } from "../schema.ts";
import { accountKey, accountLimit, deviceLimit, networkLimit } from "../sign-in-limits.ts";
import { noteFailedSignIn, openSession, wrongPair } from "./open-session.ts";

/** What a browser brings besides words. */
export interface Browser {
  address: string | null;
  userAgent: string | null;
  /** From its cookie: proves that this browser has been here as somebody. */
  deviceToken: string | null;
  /** The session that it still holds, to be ended by a new one. */
  sessionToken: string | null;
}

export interface SignedIn {
  sessionToken: string;
  deviceToken: string;
}

/**
 * A new session for a fitting address and password. Every failure goes the same way and takes the same time.
 * @throws Fault unauthenticated, or tooMany
 */
export async function signIn(
  input: z.input<typeof SignIn>,
  browser: Browser,
  now: Date = systemNow(),
): Promise<SignedIn> {
  const { email: typed, password } = parsed(SignIn, input);
  const email = parseEmail(typed);
  const account = accountKey(email ?? typed.trim().toLowerCase());
  const person = await deskDb().staff.findUnique({ where: { email: email ?? "" } });
  const knownDevice = await knownDeviceOf(browser, email);
  const giveTryBack = await takeTry(account, knownDevice, browser.address);

  const passwordHash = person && !person.deactivatedAt ? person.passwordHash : null;
  const isRight = await fits(password, passwordHash);
  if (!isRight || !person || !passwordHash) {
    await noteFailedSignIn(system("sign-in"), { staffId: person?.id ?? null }, { now });
    throw wrongPair();
  }

  await giveTryBack();
  const sessionToken = newToken();
  const deviceToken = knownDevice ?? newToken();
  const sessionId = newId();
  await openSession(
    { kind: "staff", id: person.id, name: person.name, role: person.role, sessionId },
    {
      sessionId,
      passwordHash,
      device: deviceName(browser.userAgent),
      tokenHash: hashOf(sessionToken),
      deviceHash: hashOf(deviceToken),
      formerHash: browser.sessionToken === null ? null : hashOf(browser.sessionToken),
    },
    { now },
  );
  return { sessionToken, deviceToken };
}

/** The browser's token, if this very person signed in with it before. Asked for unknown addresses too. */
async function knownDeviceOf({ deviceToken }: Browser, email: string | null): Promise<string | null> {
  if (deviceToken === null) return null;
  const where = { tokenHash: hashOf(deviceToken), staff: { email: email ?? "" } };
  return (await deskDb().knownDevice.findFirst({ where, select: { staffId: true } })) && deviceToken;
}

/**
 * Counts this try before the password is looked at, so that parallel ones cannot slip through. A network that is over its limit does not
 * use up the account's. Answers how to take a right one back.
 */
async function takeTry(account: string, knownDevice: string | null, address: string | null) {
  const counters: [Limit, string][] = knownDevice
    ? [[deviceLimit, accountKey(knownDevice)]]
    : [
        [networkLimit, networkOf(address)],
        [accountLimit, account],
      ];
  for (const [limit, key] of counters) {
    const refused = await countTry(limit, key);
    if (refused) throw tooMany(refused.retryAfterSeconds);
  }
  return () => Promise.all(counters.map(([limit, key]) => giveBack(limit, key)));
}
