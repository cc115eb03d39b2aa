import { describe, expect, it } from "vitest";
import { roles, type StaffActor, system } from "../kernel/actor.ts";
import { assignmentAbilities } from "./assignment-policy.ts";
import { isOpen, isOverdue } from "./assignments.ts";

const now = new Date("2026-11-25T12:00:00Z");
const [before, after] = [new Date(now.getTime() - 1), new Date(now.getTime() + 1)];
const waits = { dueAt: null, filedAt: null, withdrawnAt: null };

describe("an assignment", () => {
  it.each([
    ["waits, without a time", waits, true, false],
    ["waits, due later", { ...waits, dueAt: after }, true, false],
    ["waits, due now", { ...waits, dueAt: now }, true, false],
    ["waits, due before", { ...waits, dueAt: before }, true, true],
    ["was filed in time", { ...waits, dueAt: before, filedAt: before }, false, false],
    ["was filed too late", { ...waits, dueAt: before, filedAt: now }, false, false],
    ["was withdrawn", { ...waits, dueAt: before, withdrawnAt: now }, false, false],
  ])("that %s", (_, assignment, open, overdue) => {
    expect(isOpen(assignment)).toBe(open);
    expect(isOverdue(assignment, now)).toBe(overdue);
  });
});

const [me, other] = ["019a0000-0000-7000-8000-000000000001", "019a0000-0000-7000-8000-000000000002"] as const;
const actorOf = (role: StaffActor["role"]): StaffActor => ({
  kind: "staff",
  id: me,
  name: "A",
  role,
  sessionId: other,
});
const story = {
  createdById: other,
  assigneeId: null,
  confidential: false,
  circle: [],
  assignments: [{ staffId: me }],
  spikedAt: null,
};
const mine = { ...waits, staffId: me };
const theirs = { ...waits, staffId: other };
const nothing = { file: false, change: false, withdraw: false };
const all = { file: true, change: true, withdraw: true };

describe("who may do what with an assignment", () => {
  it.each([
    ["contributor", "mine", { ...nothing, file: true }],
    ["author", "mine", { ...nothing, file: true }],
    ["editor", "mine", all],
    ["admin", "mine", all],
    ["contributor", "theirs", nothing],
    ["author", "theirs", nothing],
    ["editor", "theirs", all],
    ["admin", "theirs", all],
  ] as const)("%s, %s", (role, whose, expected) => {
    expect(assignmentAbilities(actorOf(role), story, whose === "mine" ? mine : theirs)).toEqual(expected);
  });

  it("nobody files or changes what was filed; it can still be withdrawn, and then nothing more", () => {
    const filed = { ...mine, filedAt: now };
    expect(assignmentAbilities(actorOf("editor"), story, filed)).toEqual({ ...nothing, withdraw: true });
    expect(assignmentAbilities(actorOf("author"), story, filed)).toEqual(nothing);
    expect(assignmentAbilities(actorOf("admin"), story, { ...mine, withdrawnAt: now })).toEqual(nothing);
  });

  it("nobody does anything in a story that they may not read, or that lies in the trash", () => {
    const closed = { ...story, confidential: true, assignments: [], circle: [{ staffId: other }] };
    for (const role of roles.filter((one) => one !== "admin"))
      expect(assignmentAbilities(actorOf(role), closed, mine)).toEqual(nothing);
    for (const actor of [...roles.map(actorOf), system("jobs")])
      expect(assignmentAbilities(actor, { ...story, spikedAt: now }, mine)).toEqual(nothing);
  });
});
