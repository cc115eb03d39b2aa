import { beforeEach, describe, expect, it, vi } from "vitest";
import { deskDb } from "#lib/db/desk";
import { hashOf } from "#lib/tokens";
import { changeRole } from "./commands/change-role.ts";
import { deactivateStaff } from "./commands/deactivate-staff.ts";
import { endSession } from "./commands/end-session.ts";
import { signIn } from "./commands/sign-in.ts";
import { signOut } from "./commands/sign-out.ts";
import { forgetOldAccess } from "./jobs.ts";
import { actorOfSession, ownSessions } from "./queries.ts";
import { aBrowser, anAdmin, aSession, aStaff, faultOf, goodPassword } from "./testing.ts";

const HOUR = 3_600_000;
const now = new Date("2026-11-23T12:00:00Z");
const later = (span: number) => new Date(now.getTime() + span);
const whoHolds = (token: string, at = now) => actorOfSession(hashOf(token), at);

beforeEach(async () => {
  await deskDb().staff.deleteMany({});
  await deskDb().throttle.deleteMany({});
});

describe("a session", () => {
  it("lasts while it is used, and ends after twelve idle hours", async () => {
    const { token } = await aStaff({ now });
    expect(await whoHolds(token, later(11 * HOUR))).not.toBeNull();
    expect(await whoHolds(token, later(22 * HOUR))).not.toBeNull();
    expect(await whoHolds(token, later(34 * HOUR))).toBeNull();
  });

  it("ends after thirty days however much it is used", async () => {
    const { token } = await aStaff({ now });
    for (let hour = 0; hour < 30 * 24; hour += 11) expect(await whoHolds(token, later(hour * HOUR))).not.toBeNull();
    expect(await whoHolds(token, later(30 * 24 * HOUR))).toBeNull();
  });

  it("writes down that it was used once a minute at most", async () => {
    const { token, actor } = await aStaff({ now });
    const lastSeen = async () =>
      (await deskDb().staffSession.findUniqueOrThrow({ where: { id: actor.sessionId } })).lastSeenAt;
    await whoHolds(token, later(59_000));
    expect(await lastSeen()).toEqual(now);
    await whoHolds(token, later(61_000));
    expect(await lastSeen()).toEqual(later(61_000));
  });

  it("is found with one statement", async () => {
    const { token } = await aStaff({ now });
    const statements = vi.spyOn(deskDb(), "$queryRaw");
    await whoHolds(token);
    expect(statements).toHaveBeenCalledTimes(1);
    statements.mockRestore();
  });

  it("is nobody's when the token is made up", async () => {
    await aStaff();
    for (const token of ["", "x", "A".repeat(43)]) expect(await whoHolds(token)).toBeNull();
  });

  it("ends by signing out, and only that one", async () => {
    const aida = await aStaff();
    const other = await aSession(aida.id);
    await signOut(aida.actor, {});
    await signOut(aida.actor, {});
    expect(await whoHolds(aida.token, new Date())).toBeNull();
    expect(await whoHolds(other.token, new Date())).not.toBeNull();
    expect(await deskDb().event.count({ where: { type: "staff.signed_out", subject: aida.id } })).toBe(1);
  });

  it("is listed for its owner and can be ended from another device, by nobody else below an admin", async () => {
    const aida = await aStaff();
    const other = await aSession(aida.id, new Date(Date.now() - HOUR));
    expect(await ownSessions(aida.actor)).toMatchObject([
      { id: aida.actor.sessionId, isThisOne: true },
      { id: other.id, isThisOne: false, device: "Firefox on Linux" },
    ]);
    const editor = await aStaff({ role: "editor" });
    expect(await faultOf(endSession(editor.actor, { sessionId: other.id }))).toBe("notFound");
    await endSession(aida.actor, { sessionId: other.id });
    expect(await whoHolds(other.token, new Date())).toBeNull();
    expect(await ownSessions(aida.actor)).toHaveLength(1);
  });

  it("is not opened for somebody who is shut out while the password is being looked at", async () => {
    const admin = await anAdmin();
    for (let round = 0; round < 5; round++) {
      const aida = await aStaff();
      const [signedIn] = await Promise.allSettled([
        signIn({ email: aida.email, password: goodPassword }, aBrowser(), now),
        deactivateStaff(admin.actor, { staffId: aida.id, version: 1 }),
      ]);
      if (signedIn.status === "fulfilled") expect(await whoHolds(signedIn.value.sessionToken)).toBeNull();
      expect(await deskDb().staffSession.count({ where: { staffId: aida.id, endedAt: null } })).toBe(0);
    }
  });

  it("knows the role of now: a changed one ends it", async () => {
    const admin = await anAdmin();
    const aida = await aStaff({ role: "editor" });
    const { sessionToken } = await signIn({ email: aida.email, password: goodPassword }, aBrowser(), now);
    await changeRole(admin.actor, { staffId: aida.id, version: 1, role: "contributor" });
    expect(await whoHolds(sessionToken)).toBeNull();
    const again = await signIn({ email: aida.email, password: goodPassword }, aBrowser(), now);
    expect(await whoHolds(again.sessionToken)).toMatchObject({ role: "contributor" });
  });
});

it("forgets what is long over and keeps what is not", async () => {
  const aida = await aStaff({ now });
  const old = await aSession(aida.id, later(-200 * 24 * HOUR));
  await deskDb().throttle.create({ data: { key: "old", points: 1, expire: BigInt(later(-2 * HOUR).getTime()) } });
  await deskDb().throttle.create({ data: { key: "new", points: 1, expire: BigInt(later(HOUR).getTime()) } });
  await deskDb().knownDevice.createMany({
    data: [
      { tokenHash: hashOf("old"), staffId: aida.id, createdAt: later(-400 * 24 * HOUR) },
      { tokenHash: hashOf("new"), staffId: aida.id, createdAt: now },
    ],
  });
  await forgetOldAccess(now);
  expect((await deskDb().throttle.findMany()).map(({ key }) => key)).toEqual(["new"]);
  expect(await deskDb().staffSession.findUnique({ where: { id: old.id } })).toBeNull();
  expect(await deskDb().staffSession.count()).toBe(1);
  expect(await deskDb().knownDevice.count()).toBe(1);
});
