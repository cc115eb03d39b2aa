import { beforeEach, describe, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { fits } from "#lib/passwords";
import { hashOf } from "#lib/tokens";
import { type Actor, type Role, roles, system } from "../kernel/actor.ts";
import { newId } from "../kernel/ids.ts";
import { addStaff } from "./commands/add-staff.ts";
import { changeRole } from "./commands/change-role.ts";
import { deactivateStaff } from "./commands/deactivate-staff.ts";
import { makeFirstAdmin } from "./commands/make-first-admin.ts";
import { reactivateStaff } from "./commands/reactivate-staff.ts";
import { resetStaffPassword } from "./commands/reset-staff-password.ts";
import { openLink } from "./password-links.ts";
import { actorOfSession, staffList } from "./queries.ts";
import { anAdmin, aSession, aStaff, goodPassword } from "./testing.ts";

const operator = system("the command line");
const now = new Date("2026-11-23T12:00:00Z");
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
const tokenIn = (path: string) => path.replace("/set-password/", "");
const events = (type: string, subject: string) => deskDb().event.findMany({ where: { type, subject } });
const stored = (id: string) => deskDb().staff.findUniqueOrThrow({ where: { id } });
const isOut = async (token: string) => (await actorOfSession(hashOf(token), new Date())) === null;

beforeEach(async () => {
  await deskDb().staff.deleteMany({});
  await deskDb().profile.deleteMany({});
});

const adding = (wish: { email?: string; name?: string; role?: Role; password?: string } = {}) => ({
  id: newId(),
  email: "new@chapar.test",
  name: "Nurlan Abdyldaev",
  role: "author" as Role,
  ...wish,
});

describe("adding someone", () => {
  it("makes an account, a profile for bylines and a link that works once for seven days", async () => {
    const admin = await anAdmin();
    const { id, profileId, link } = await addStaff(admin.actor, adding({ email: " New@Chapar.Test " }), { now });
    expect(await stored(id)).toMatchObject({ email: "new@chapar.test", role: "author", passwordHash: null });
    expect(await deskDb().profile.findUnique({ where: { id: profileId } })).toMatchObject({
      slug: "nurlan-abdyldaev",
      staffId: id,
    });
    expect(link?.endsAt).toEqual(hours(7 * 24));
    expect(link?.path).toMatch(/^\/set-password\/[\w-]{43}$/);
    expect(await openLink(tokenIn(link?.path ?? ""), hours(7 * 24 - 1))).toMatchObject({ staffId: id });
    expect(await openLink(tokenIn(link?.path ?? ""), hours(7 * 24))).toBeNull();
  });

  it("keeps neither the link nor the address anywhere but in their own rows", async () => {
    const admin = await anAdmin();
    const { link } = await addStaff(admin.actor, adding());
    const said = JSON.stringify(
      { events: await deskDb().event.findMany(), results: await deskDb().commandResult.findMany() },
      (_key, value) => (typeof value === "bigint" ? Number(value) : value),
    );
    expect(said).not.toContain(tokenIn(link?.path ?? ""));
    expect(said).not.toContain("new@chapar.test");
    const links = await deskDb().passwordLink.findMany();
    expect(links.map(({ tokenHash }) => Buffer.from(tokenHash).toString("hex"))).toEqual([
      Buffer.from(hashOf(tokenIn(link?.path ?? ""))).toString("hex"),
    ]);
  });

  it("gives people of one name different addresses", async () => {
    const admin = await anAdmin();
    await addStaff(admin.actor, adding());
    const { profileId } = await addStaff(admin.actor, adding({ email: "other@chapar.test" }));
    expect(await deskDb().profile.findUnique({ where: { id: profileId } })).toMatchObject({
      slug: "nurlan-abdyldaev-2",
    });
  });

  it("says at the address that somebody is here already, also when two add the same person at once", async () => {
    const admin = await anAdmin();
    const both = await Promise.allSettled([
      addStaff(admin.actor, adding()),
      addStaff(admin.actor, adding({ email: "NEW@chapar.test" })),
    ]);
    const refused = both.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ fault: "invalid", issues: [{ path: "email" }] });
  });

  it.each([
    ["email", { email: "nobody@localhost" }],
    ["name", { name: "  " }],
    ["name", { name: "a\0b" }],
  ])("refuses a bad %s and says where", async (path, wish) => {
    const admin = await anAdmin();
    await expect(addStaff(admin.actor, adding(wish))).rejects.toMatchObject({ fault: "invalid", issues: [{ path }] });
  });

  it("takes a password from the operator only, and then makes no link", async () => {
    const admin = await anAdmin();
    const wish = adding({ password: goodPassword });
    await expect(addStaff(admin.actor, wish)).rejects.toMatchObject({ fault: "forbidden" });
    const { id, link } = await addStaff(operator, wish);
    expect(link).toBeNull();
    expect(await fits(goodPassword, (await stored(id)).passwordHash)).toBe(true);
  });

  it.each(["password1234", "nurlan123456", "short"])("does not take %s from the operator either", async (password) => {
    await expect(addStaff(operator, adding({ password }))).rejects.toMatchObject({ issues: [{ path: "password" }] });
  });
});

describe("the first admin", () => {
  const first = { email: "boss@chapar.test", password: goodPassword };

  it("is made once, however many programs start at the same time", async () => {
    const made = await Promise.all([1, 2, 3].map(() => makeFirstAdmin(operator, first)));
    expect(made.filter(({ made }) => made)).toHaveLength(1);
    expect(await deskDb().staff.findMany()).toMatchObject([{ email: "boss@chapar.test", role: "admin" }]);
  });

  it("is not made beside another, nor for anybody who asks", async () => {
    const admin = await anAdmin();
    expect(await makeFirstAdmin(operator, first)).toEqual({ made: false });
    await expect(makeFirstAdmin(admin.actor, first)).rejects.toMatchObject({ fault: "forbidden" });
  });

  it("does not take over somebody who is here", async () => {
    const author = await aStaff({ email: "boss@chapar.test" });
    await expect(makeFirstAdmin(operator, first)).rejects.toMatchObject({ issues: [{ path: "email" }] });
    expect(await stored(author.id)).toMatchObject({ role: "author" });
  });
});

describe("changing a role", () => {
  it("ends the person's sessions: the next request has to sign in again", async () => {
    const admin = await anAdmin();
    const author = await aStaff();
    expect(await changeRole(admin.actor, { staffId: author.id, version: 1, role: "editor" })).toEqual({ version: 2 });
    expect(await isOut(author.token)).toBe(true);
    expect(await isOut(admin.token)).toBe(false);
    expect(await events("staff.role_changed", author.id)).toMatchObject([
      { payload: { from: "author", to: "editor" } },
    ]);
  });

  it("that stays the same changes nothing", async () => {
    const admin = await anAdmin();
    const author = await aStaff();
    expect(await changeRole(admin.actor, { staffId: author.id, version: 1, role: "author" })).toEqual({ version: 1 });
    expect(await isOut(author.token)).toBe(false);
  });

  it("is refused on what somebody else changed meanwhile", async () => {
    const admin = await anAdmin();
    const author = await aStaff();
    await changeRole(admin.actor, { staffId: author.id, version: 1, role: "editor" });
    await expect(changeRole(admin.actor, { staffId: author.id, version: 1, role: "admin" })).rejects.toMatchObject({
      fault: "conflict",
      detail: { version: 2 },
    });
  });
});

describe("the last admin", () => {
  it("can be neither demoted nor deactivated", async () => {
    const admin = await anAdmin();
    const out = { staffId: admin.id, version: 1 };
    await expect(changeRole(admin.actor, { ...out, role: "editor" })).rejects.toMatchObject({ fault: "conflict" });
    await expect(deactivateStaff(admin.actor, out)).rejects.toMatchObject({ fault: "conflict" });
    await expect(deactivateStaff(operator, out)).rejects.toMatchObject({ fault: "conflict" });
    expect(await stored(admin.id)).toMatchObject({ role: "admin", deactivatedAt: null, version: 1 });
  });

  it("is not helped by an admin who is out, or who has no password yet", async () => {
    const admin = await anAdmin();
    await anAdmin({ deactivatedAt: now });
    await anAdmin({ hasPassword: false });
    const out = { staffId: admin.id, version: 1 };
    await expect(deactivateStaff(admin.actor, out)).rejects.toMatchObject({ fault: "conflict" });
  });

  it("remains when two admins push each other out at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      await deskDb().staff.deleteMany({});
      const [one, two] = [await anAdmin(), await anAdmin()];
      const results = await Promise.allSettled([
        changeRole(one.actor, { staffId: two.id, version: 1, role: "author" }),
        deactivateStaff(two.actor, { staffId: one.id, version: 1 }),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(await deskDb().staff.count({ where: { role: "admin", deactivatedAt: null } })).toBe(1);
    }
  });
});

describe("deactivating", () => {
  it("ends sessions, links and known browsers; reactivating gives the right back, not the sessions", async () => {
    const admin = await anAdmin();
    const author = await aStaff();
    const { path } = await resetStaffPassword(admin.actor, { staffId: author.id, version: 1 });
    await deskDb().knownDevice.create({ data: { tokenHash: hashOf("here"), staffId: author.id, createdAt: now } });

    await deactivateStaff(admin.actor, { staffId: author.id, version: 1 });
    expect(await isOut(author.token)).toBe(true);
    expect(await openLink(tokenIn(path), new Date())).toBeNull();
    expect(await deskDb().knownDevice.count({ where: { staffId: author.id } })).toBe(0);

    await reactivateStaff(admin.actor, { staffId: author.id, version: 2 });
    expect(await stored(author.id)).toMatchObject({ deactivatedAt: null, version: 3, role: "author" });
    expect(await isOut(author.token)).toBe(true);
    expect(await isOut((await aSession(author.id)).token)).toBe(false);
    expect(await events("staff.deactivated", author.id)).toHaveLength(1);
    expect(await events("staff.reactivated", author.id)).toHaveLength(1);
  });

  it("somebody who is out neither changes role nor gets a link", async () => {
    const admin = await anAdmin();
    const gone = await aStaff({ deactivatedAt: now });
    const out = { staffId: gone.id, version: 1 };
    await expect(changeRole(admin.actor, { ...out, role: "editor" })).rejects.toMatchObject({ fault: "conflict" });
    await expect(resetStaffPassword(admin.actor, out)).rejects.toMatchObject({ fault: "conflict" });
  });
});

describe("who may", () => {
  const verbs: [string, (actor: Actor, of: { staffId: string; version: number }) => Promise<unknown>][] = [
    ["add", (actor) => addStaff(actor, adding({ email: `${newId()}@chapar.test` }))],
    ["change a role", (actor, of) => changeRole(actor, { ...of, role: "contributor" })],
    ["make a link", (actor, of) => resetStaffPassword(actor, of)],
    ["deactivate", (actor, of) => deactivateStaff(actor, of)],
    ["reactivate", (actor, of) => reactivateStaff(actor, of)],
    ["see everybody", (actor) => staffList(actor)],
  ];

  it.each(verbs)("%s: admins, and nobody else", async (_name, verb) => {
    const answers = await Promise.all(
      roles.map(async (role) => {
        const { actor } = await aStaff({ role });
        const target = await aStaff({ role: "editor" });
        return verb(actor, { staffId: target.id, version: 1 }).then(
          () => "yes",
          ({ fault }) => fault,
        );
      }),
    );
    expect(answers).toEqual(["forbidden", "forbidden", "forbidden", "yes"]);
  });
});

it("lists everybody with their state, those who are out last", async () => {
  const admin = await anAdmin({ name: "Zarina" });
  await aStaff({ name: "anara" });
  await aStaff({ name: "Bek", deactivatedAt: now });
  const { id } = await addStaff(admin.actor, adding({ name: "Nurlan" }), { now });
  const list = await staffList(admin.actor, hours(1));
  expect(list.map(({ name, state }) => `${name} ${state}`)).toEqual([
    "anara active",
    "Nurlan invited",
    "Zarina active",
    "Bek deactivated",
  ]);
  expect(list.find((person) => person.id === id)).toMatchObject({
    email: "new@chapar.test",
    role: "author",
    createdAt: now,
    lastSeenAt: null,
    linkEndsAt: hours(7 * 24),
    version: 1,
  });
});
