import { describe, expect, it } from "vitest";
import { type Actor, type Role, roles, system } from "../kernel/actor.ts";
import { canEndSessionOf, canManagePeople, canManageProfiles, staffAbilities } from "./policy.ts";
import { may, reachOf, roleTable } from "./roles.ts";
import type { StaffState } from "./schema.ts";

const as = (role: Role, id: string = role): Actor => ({ kind: "staff", id, name: role, role, sessionId: "s" });

it.each(roles)("%s reaches what the table says, and the program everything", (role) => {
  for (const [action, row] of Object.entries(roleTable)) {
    const known = action as keyof typeof roleTable;
    expect(reachOf(as(role), known)).toBe(row[role]);
    expect(may(as(role), known)).toBe(row[role] === "any");
    expect(may(system("test"), known)).toBe(true);
  }
});

it("lets nobody search the history who may not read every story: it names them all", () => {
  const searching = roles.filter((role) => may(as(role), "history.search"));
  expect(searching.map((role) => reachOf(as(role), "story.read"))).toEqual(searching.map(() => "any"));
});

it("lets admins alone manage people, and editors profiles too", () => {
  expect(roles.filter((role) => canManagePeople(as(role)))).toEqual(["admin"]);
  expect(roles.filter((role) => canManageProfiles(as(role)))).toEqual(["editor", "admin"]);
});

it("lets everybody end their own sessions, and admins everybody's", () => {
  for (const role of roles) {
    expect(canEndSessionOf(as(role, "me"), "me")).toBe(true);
    expect(canEndSessionOf(as(role, "me"), "someone else")).toBe(role === "admin");
  }
});

describe("what an admin may do about a person", () => {
  const on = (role: Role, state: StaffState, admins: number) => {
    const { isLastAdmin, ...can } = staffAbilities(as("admin"), { role, state }, admins);
    return { isLastAdmin, can: Object.entries(can).flatMap(([name, may]) => (may ? name : [])) };
  };
  const all = ["changeRole", "deactivate", "makeLink"];

  it.each([
    ["an author", "author", "active", 1, all],
    ["somebody invited", "author", "invited", 1, all],
    ["an admin of two", "admin", "active", 2, all],
    ["the last admin", "admin", "active", 1, ["makeLink"]],
    ["an invited admin beside the last one", "admin", "invited", 1, all],
    ["somebody deactivated", "editor", "deactivated", 1, ["reactivate"]],
    ["a deactivated admin", "admin", "deactivated", 1, ["reactivate"]],
  ] as const)("%s", (_who, role, state, admins, can) => expect(on(role, state, admins).can).toEqual(can));

  it("is nothing for everybody else", () => {
    for (const role of roles.filter((role) => role !== "admin")) {
      const { isLastAdmin, ...can } = staffAbilities(as(role), { role: "author", state: "active" }, 2);
      expect(Object.values(can)).not.toContain(true);
    }
  });
});
