import { beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { fits } from "#lib/passwords";
import { countTry } from "#lib/throttle";
import { hashOf } from "#lib/tokens";
import { system } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { addStaff } from "./commands/add-staff.ts";
import { changeOwnPassword } from "./commands/change-own-password.ts";
import { deactivateStaff } from "./commands/deactivate-staff.ts";
import { resetPassword } from "./commands/reset-password.ts";
import { resetStaffPassword } from "./commands/reset-staff-password.ts";
import { setPassword } from "./commands/set-password.ts";
import { signIn } from "./commands/sign-in.ts";
import { openLink } from "./password-links.ts";
import { actorOfSession } from "./queries.ts";
import { ownPasswordLimit } from "./sign-in-limits.ts";
import { aBrowser, anAdmin, aSession, aStaff, faultOf, goodPassword } from "./testing.ts";

const operator = system("the command line");
const now = new Date("2026-11-23T12:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const wrong = "not the right words at all";
const tokenIn = (path: string) => path.replace("/set-password/", "");
const events = (type: string, subject: string) => deskDb().event.findMany({ where: { type, subject } });
const stored = (id: string) => deskDb().staff.findUniqueOrThrow({ where: { id } });
const whoHolds = (token: string, at = now) => actorOfSession(hashOf(token), at);
const isOut = async (token: string) => (await whoHolds(token, new Date())) === null;
const adding = () => ({ id: newId(), email: "new@chapar.test", name: "Nurlan Abdyldaev", role: "author" as const });

beforeEach(async () => {
  await deskDb().staff.deleteMany({});
  await deskDb().throttle.deleteMany({});
});

describe("a link to set a password", () => {
  const here = { address: "192.0.2.1" };

  it("is used up by setting it, ends every session and makes the browser a known one", async () => {
    const admin = await anAdmin();
    const author = await aStaff();
    const { path, endsAt } = await resetStaffPassword(admin.actor, { staffId: author.id, version: 1 }, { now });
    expect(endsAt).toEqual(hours(1));
    const token = tokenIn(path);
    const { deviceToken } = await setPassword({ token, password: "seven kettles on a roof" }, here, now);
    expect(await fits("seven kettles on a roof", (await stored(author.id)).passwordHash)).toBe(true);
    expect(await isOut(author.token)).toBe(true);
    expect(await deskDb().knownDevice.findUnique({ where: { tokenHash: hashOf(deviceToken) } })).toMatchObject({
      staffId: author.id,
    });
    await expect(setPassword({ token, password: "eight kettles on a roof" }, here, now)).rejects.toMatchObject({
      fault: "notFound",
    });
  });

  it("changes nothing that the admin's list shows a version of", async () => {
    const admin = await anAdmin();
    const { id, link } = await addStaff(admin.actor, adding());
    await setPassword({ token: tokenIn(link?.path ?? ""), password: goodPassword }, here);
    expect(await deactivateStaff(admin.actor, { staffId: id, version: 1 })).toEqual({ version: 2 });
  });

  it("sets it once although it is sent twice at the same moment", async () => {
    const admin = await anAdmin();
    const author = await aStaff();
    const { path } = await resetStaffPassword(admin.actor, { staffId: author.id, version: 1 });
    const token = tokenIn(path);
    const both = await Promise.allSettled(
      ["nine kettles on a roof", "ten kettles on a roof"].map((password) => setPassword({ token, password }, here)),
    );
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await events("staff.password_set", author.id)).toHaveLength(1);
  });

  it("dies when a newer one is made", async () => {
    const admin = await anAdmin();
    const { id, link } = await addStaff(admin.actor, adding());
    const newer = await resetStaffPassword(admin.actor, { staffId: id, version: 1 });
    expect(await openLink(tokenIn(link?.path ?? ""), new Date())).toBeNull();
    expect(await openLink(tokenIn(newer.path), new Date())).not.toBeNull();
  });

  it("answers an unknown, a used and an old one in the same words", async () => {
    const admin = await anAdmin();
    const author = await aStaff();
    const of = { staffId: author.id, version: 1 };
    const old = tokenIn((await resetStaffPassword(admin.actor, of, { now })).path);
    const refusalOf = (token: string, at: Date) =>
      setPassword({ token, password: goodPassword }, here, at).catch(({ fault, message }) => ({ fault, message }));
    const unknown = await refusalOf("A".repeat(43), now);
    expect(unknown).toMatchObject({ fault: "notFound" });
    expect(await refusalOf(old, hours(1))).toEqual(unknown);
    const used = tokenIn((await resetStaffPassword(admin.actor, of, { now })).path);
    await setPassword({ token: used, password: goodPassword }, here, now);
    expect(await refusalOf(used, now)).toEqual(unknown);
    expect(await refusalOf("\0", now)).toEqual(unknown);
  });

  it("stays good when the password was not", async () => {
    const admin = await anAdmin();
    const { link } = await addStaff(admin.actor, adding());
    const token = tokenIn(link?.path ?? "");
    for (const password of ["short", "password12345", "new@chapar.test", "Nurlan Abdyldaev"]) {
      await expect(setPassword({ token, password }, here)).rejects.toMatchObject({ issues: [{ path: "password" }] });
    }
    await setPassword({ token, password: goodPassword }, here);
  });
});

describe("the operator", () => {
  it("sets a password and with it ends all sessions and links", async () => {
    const author = await aStaff();
    const before = await openLinks(author.id);
    await resetPassword(operator, { email: author.email.toUpperCase(), password: "seven kettles on a roof" });
    expect(before).toBe(1);
    expect(await openLinks(author.id)).toBe(0);
    expect(await isOut(author.token)).toBe(true);
    expect(await fits("seven kettles on a roof", (await stored(author.id)).passwordHash)).toBe(true);
  });

  it("is told that nobody has the address", async () => {
    const nobody = { email: "nobody@chapar.test", password: goodPassword };
    await expect(resetPassword(operator, nobody)).rejects.toMatchObject({ fault: "notFound" });
  });

  async function openLinks(staffId: string) {
    if ((await deskDb().staff.count({ where: { role: "admin" } })) === 0) {
      await resetStaffPassword((await anAdmin()).actor, { staffId, version: 1 });
    }
    return deskDb().passwordLink.count({ where: { staffId, usedAt: null } });
  }
});

describe("one's own password", () => {
  const next = "seven kettles on a roof";

  it("is changed with the current one; every session ends", async () => {
    const aida = await aStaff();
    const other = await aSession(aida.id);
    await changeOwnPassword(aida.actor, { current: goodPassword, password: next });
    expect(await whoHolds(aida.token, new Date())).toBeNull();
    expect(await whoHolds(other.token, new Date())).toBeNull();
    expect(await faultOf(signIn({ email: aida.email, password: next }, aBrowser(), now))).toBe("in");
  });

  it("is not changed with a wrong one, nor to a bad one, nor by trying often", async () => {
    const aida = await aStaff();
    const change = (current: string, password: string) => changeOwnPassword(aida.actor, { current, password });
    await expect(change(wrong, next)).rejects.toMatchObject({ issues: [{ path: "current" }] });
    await expect(change(goodPassword, "aida bekova")).rejects.toMatchObject({ issues: [{ path: "password" }] });
    for (let n = 0; n < 8; n++) await countTry(ownPasswordLimit, aida.id);
    expect(await faultOf(change(goodPassword, next))).toBe("tooMany");
    expect(await whoHolds(aida.token, new Date())).not.toBeNull();
  });
});
