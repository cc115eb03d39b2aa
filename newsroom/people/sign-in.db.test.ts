import { beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { countTry } from "#lib/throttle";
import { hashOf } from "#lib/tokens";
import { resetStaffPassword } from "./commands/reset-staff-password.ts";
import { setPassword } from "./commands/set-password.ts";
import { signIn } from "./commands/sign-in.ts";
import { actorOfSession } from "./queries.ts";
import { accountKey, accountLimit } from "./sign-in-limits.ts";
import { aBrowser, anAdmin, aStaff, faultOf, goodPassword } from "./testing.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = new Date("2026-11-23T12:00:00Z");
const later = (span: number) => new Date(now.getTime() + span);
const wrong = "not the right words at all";

const whoHolds = (token: string, at = now) => actorOfSession(hashOf(token), at);
const tries = async (email: string, count: number, browser = aBrowser()) => {
  const answers: string[] = [];
  for (let n = 0; n < count; n++) answers.push(await faultOf(signIn({ email, password: wrong }, browser, now)));
  return answers;
};
/** As if strangers had tried ten times. */
const usedUp = async (email: string) => {
  for (let n = 0; n < 10; n++) await countTry(accountLimit, accountKey(email));
};

beforeEach(async () => {
  await deskDb().staff.deleteMany({});
  await deskDb().throttle.deleteMany({});
});

describe("signing in", () => {
  it("makes a session of which only the hash is stored, and a known browser", async () => {
    const aida = await aStaff({ email: "aida@chapar.test" });
    const { sessionToken, deviceToken } = await signIn(
      { email: " Aida@Chapar.test", password: goodPassword },
      aBrowser(),
      now,
    );
    expect(sessionToken).toMatch(/^[\w-]{43}$/);
    const actor = await whoHolds(sessionToken);
    expect(actor).toMatchObject({ kind: "staff", id: aida.id, name: aida.name, role: "author" });
    const session = await deskDb().staffSession.findUniqueOrThrow({ where: { id: actor?.sessionId ?? "" } });
    expect(Buffer.from(session.tokenHash).toString()).not.toContain(sessionToken);
    expect(session).toMatchObject({ device: "Firefox on Linux", endsAt: later(30 * 24 * HOUR) });
    expect(await deskDb().knownDevice.count({ where: { tokenHash: hashOf(deviceToken) } })).toBe(1);
  });

  it("is a new session each time, and ends the one that this browser held", async () => {
    const aida = await aStaff();
    const asked = { email: aida.email, password: goodPassword };
    const first = await signIn(asked, aBrowser(), now);
    const second = await signIn(asked, aBrowser({ ...first }), now);
    expect(second.sessionToken).not.toBe(first.sessionToken);
    expect(second.deviceToken).toBe(first.deviceToken);
    expect(await whoHolds(first.sessionToken)).toBeNull();
    expect(await whoHolds(second.sessionToken)).not.toBeNull();
  });

  it("does not take over a browser's mark that belongs to somebody else or to nobody", async () => {
    const [aida, bek] = [await aStaff(), await aStaff()];
    const { deviceToken } = await signIn({ email: aida.email, password: goodPassword }, aBrowser(), now);
    const asked = { email: bek.email, password: goodPassword };
    expect((await signIn(asked, aBrowser({ deviceToken }), now)).deviceToken).not.toBe(deviceToken);
    expect((await signIn(asked, aBrowser({ deviceToken: "planted" }), now)).deviceToken).not.toBe("planted");
  });

  it("stands in the audit trail with its person, a failed one too, without words or addresses", async () => {
    const aida = await aStaff({ email: "aida@chapar.test" });
    await tries("aida@chapar.test", 1);
    await tries("nobody@chapar.test", 1);
    await signIn({ email: "aida@chapar.test", password: goodPassword }, aBrowser(), now);
    const trail = await deskDb().event.findMany({ orderBy: { position: "asc" } });
    expect(trail.slice(-3)).toMatchObject([
      { type: "staff.sign_in_failed", subject: aida.id, actorId: null, payload: {} },
      { type: "staff.sign_in_failed", subject: null, actorId: null, payload: {} },
      { type: "staff.signed_in", subject: aida.id, actorId: aida.id },
    ]);
  });
});

describe("a failure", () => {
  it("is the same for a wrong password, an unknown address, no address, a person without password and one who is out", async () => {
    await aStaff({ email: "aida@chapar.test" });
    await aStaff({ email: "invited@chapar.test", hasPassword: false });
    await aStaff({ email: "gone@chapar.test", deactivatedAt: now });
    const answerTo = (email: string, password: string) =>
      signIn({ email, password }, aBrowser(), now).catch(({ fault, message, issues, detail }) => ({
        fault,
        message,
        issues,
        detail,
      }));
    const first = await answerTo("aida@chapar.test", wrong);
    expect(first).toMatchObject({ fault: "unauthenticated" });
    for (const email of ["nobody@chapar.test", "no address", "", "a\0b@chapar.test", "\ud800@chapar.test"]) {
      expect(await answerTo(email, wrong), email).toEqual(first);
    }
    expect(await answerTo("invited@chapar.test", wrong)).toEqual(first);
    expect(await answerTo("gone@chapar.test", goodPassword)).toEqual(first);
  });

  it("takes the same steps whether or not the address is known: one event, the same counters", async () => {
    await aStaff({ email: "aida@chapar.test" });
    const steps = async (email: string) => {
      await deskDb().throttle.deleteMany({});
      const before = await deskDb().event.count();
      await tries(email, 1);
      const keys = (await deskDb().throttle.findMany()).map(({ key, points }) => `${key.split(":")[0]} ${points}`);
      return { events: (await deskDb().event.count()) - before, keys: keys.sort() };
    };
    const known = await steps("aida@chapar.test");
    expect(known).toEqual({ events: 1, keys: ["sign-in-account 1", "sign-in-network 1"] });
    expect(await steps("nobody@chapar.test")).toEqual(known);
  });
});

describe("too many tries", () => {
  it("are refused after ten for one account, known or not, wherever they come from; the right password then too", async () => {
    const aida = await aStaff();
    for (const email of [aida.email, "nobody@chapar.test"]) {
      const answers = [
        ...(await tries(email, 5, aBrowser({ address: "192.0.2.1" }))),
        ...(await tries(email, 7, aBrowser({ address: "198.51.100.9" }))),
      ];
      expect(answers).toEqual([...Array(10).fill("unauthenticated"), "tooMany", "tooMany"]);
    }
    await expect(signIn({ email: aida.email, password: goodPassword }, aBrowser(), now)).rejects.toMatchObject({
      fault: "tooMany",
      detail: { retryAfterSeconds: expect.closeTo(900, -2) },
    });
  });

  it("are counted in parallel: of thirty at once ten are looked at", async () => {
    const aida = await aStaff();
    const asked = { email: aida.email, password: wrong };
    const answers = await Promise.all(Array.from({ length: 30 }, () => faultOf(signIn(asked, aBrowser(), now))));
    expect(answers.filter((answer) => answer === "unauthenticated")).toHaveLength(10);
    expect(answers.filter((answer) => answer === "tooMany")).toHaveLength(20);
  });

  it("count one address however it is written", async () => {
    await aStaff({ email: "aida@chapar.test" });
    await usedUp("aida@chapar.test");
    expect(await tries(" AIDA@Chapar.test ", 1)).toEqual(["tooMany"]);
  });

  it("are not made of right ones", async () => {
    const aida = await aStaff();
    const asked = { email: aida.email, password: goodPassword };
    for (let n = 0; n < 3; n++) await signIn(asked, aBrowser(), now);
    const counted = await deskDb().throttle.findMany({ select: { points: true } });
    expect(counted).toEqual([{ points: 0 }, { points: 0 }]);
  });

  it("of a stranger do not keep a known browser out, which has a smaller count of its own", async () => {
    const aida = await aStaff();
    const asked = { email: aida.email, password: goodPassword };
    const { deviceToken } = await signIn(asked, aBrowser(), now);
    await usedUp(aida.email);
    expect(await faultOf(signIn(asked, aBrowser(), now))).toBe("tooMany");
    const known = aBrowser({ deviceToken });
    expect(await faultOf(signIn(asked, known, now))).toBe("in");
    expect(await tries(aida.email, 6, known)).toEqual([...Array(5).fill("unauthenticated"), "tooMany"]);
  });

  it("are not got around with the mark of another person's browser", async () => {
    const [aida, bek] = [await aStaff(), await aStaff()];
    const { deviceToken } = await signIn({ email: bek.email, password: goodPassword }, aBrowser(), now);
    await usedUp(aida.email);
    expect(await tries(aida.email, 1, aBrowser({ deviceToken }))).toEqual(["tooMany"]);
  });

  it("of a stranger do not outlast a link by which the owner sets a new password", async () => {
    const admin = await anAdmin();
    const aida = await aStaff();
    await usedUp(aida.email);
    const { path } = await resetStaffPassword(admin.actor, { staffId: aida.id, version: 1 }, { now });
    const password = "seven kettles on a roof";
    const { deviceToken } = await setPassword({ token: path.split("/")[2] ?? "", password }, { address: null }, now);
    await usedUp(aida.email);
    expect(await faultOf(signIn({ email: aida.email, password }, aBrowser({ deviceToken }), now))).toBe("in");
  });

  it("from one network are refused after a hundred, and then use up nobody's account", async () => {
    const aida = await aStaff();
    const network = "sign-in-network:203.0.113.7";
    const expire = BigInt(Date.now() + 10 * MINUTE);
    await deskDb().throttle.create({ data: { key: network, points: 100, expire } });
    const browser = aBrowser({ address: "203.0.113.7" });
    expect(await tries(aida.email, 1, browser)).toEqual(["tooMany"]);
    expect(await deskDb().throttle.findMany({ where: { key: { startsWith: "sign-in-account" } } })).toEqual([]);
    expect(await tries(aida.email, 1)).toEqual(["unauthenticated"]);
  });

  it("are over when their time is", async () => {
    const aida = await aStaff();
    await usedUp(aida.email);
    await deskDb().throttle.updateMany({ data: { expire: BigInt(Date.now() - 1) } });
    expect(await tries(aida.email, 1)).toEqual(["unauthenticated"]);
  });
});
