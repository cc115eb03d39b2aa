import { beforeAll, describe, expect, it } from "vitest";
import { roles, type StaffActor } from "../../kernel/actor.ts";
import { newId } from "../../kernel/ids.ts";
import { roleTable } from "../../people/roles.ts";
import { aNewsroom, aPerson } from "../../stories/testing.ts";
import { aRule } from "../checks/testing.ts";
import { addHouseRule, changeHouseRule, removeHouseRule, setCheck } from "./commands.ts";
import { checkSettings, houseRules } from "./queries.ts";

let editor: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  editor = await aPerson("editor");
});

const added = async (wishes: Parameters<typeof aRule>[0] = {}) => {
  const rule = aRule({ id: newId(), ...wishes });
  await addHouseRule(editor, rule);
  return rule;
};

describe("the house style", () => {
  it("keeps its lines as they were added and changed", async () => {
    const rule = await added({ replacement: "color" });
    expect(await houseRules()).toContainEqual({ ...rule, version: 1 });
    await changeHouseRule(editor, { ruleId: rule.id, version: 1, changes: { isOn: false, replacement: null } });
    expect(await houseRules()).toContainEqual({ ...rule, isOn: false, replacement: null, version: 2 });
    await removeHouseRule(editor, { ruleId: rule.id });
    expect((await houseRules()).map(({ id }) => id)).not.toContain(rule.id);
    const later = [
      removeHouseRule(editor, { ruleId: rule.id }),
      changeHouseRule(editor, { ruleId: rule.id, version: 2, changes: { isOn: true } }),
    ];
    for (const answer of await Promise.allSettled(later))
      expect(answer).toMatchObject({ status: "rejected", reason: { fault: "notFound" } });
  });

  it("counts no line that was removed, neither its number nor its pattern", async () => {
    const slow = { pattern: "[a-z].{0,45}x", isPattern: true };
    for (let n = 0; n < 20; n++) await removeHouseRule(editor, { ruleId: (await added(slow)).id });
    await expect(added(slow)).resolves.toBeDefined();
  });

  it("says so when somebody else changed a line", async () => {
    const { id: ruleId } = await added();
    const change = (message: string) => changeHouseRule(editor, { ruleId, version: 1, changes: { message } });
    const answers = await Promise.allSettled([change("one"), change("other")]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { fault: "conflict" } });
  });

  it.each(["((", "a{2000}", "(?=ahead)", "\\1", "[z-a]"])("refuses the pattern %s and says why", async (pattern) => {
    await expect(added({ pattern, isPattern: true })).rejects.toMatchObject({
      fault: "invalid",
      issues: [{ path: "pattern", message: expect.stringContaining("This pattern cannot be read: ") }],
    });
    await expect(added({ pattern })).resolves.toBeDefined();
    const { id: ruleId } = await added({ pattern });
    await expect(changeHouseRule(editor, { ruleId, version: 1, changes: { isPattern: true } })).rejects.toMatchObject({
      fault: "invalid",
    });
  });

  it("refuses what repeats so much by count that the checks would stand still, alone or together", async () => {
    const slow = (width: number) => added({ pattern: `[a-z].{0,${width}}x`, isPattern: true });
    await expect(slow(900)).rejects.toMatchObject({
      issues: [{ path: "pattern", message: expect.stringContaining("This pattern repeats too much") }],
    });
    await expect(added({ pattern: ".{0,900}" })).resolves.toBeDefined();
    const { id: ruleId } = await added({ pattern: "[a-z].{0,45}x", isPattern: true, isOn: false });
    const all = await Promise.allSettled(Array.from({ length: 15 }, () => slow(45)));
    expect(all.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
    await expect(changeHouseRule(editor, { ruleId, version: 1, changes: { isOn: true } })).rejects.toMatchObject({
      issues: [{ path: "pattern", message: expect.stringContaining("Together") }],
    });
    await expect(added({ pattern: "\\b(\\w+) \\w+ism.*", isPattern: true })).resolves.toBeDefined();
  });

  it.each([{ pattern: " " }, { message: "" }, { pattern: "x".repeat(301) }, { language: "English" }])(
    "refuses %j",
    async (wishes) => {
      await expect(added(wishes)).rejects.toMatchObject({ fault: "invalid" });
    },
  );

  it.each(roles)("is changed by the role %s as the table says", async (role) => {
    const person = await aPerson(role);
    const rule = await added();
    const attempts = [
      () => addHouseRule(person, aRule({ id: newId() })),
      () => changeHouseRule(person, { ruleId: rule.id, version: 1, changes: { isOn: false } }),
      () => removeHouseRule(person, { ruleId: rule.id }),
      () => setCheck(person, { check: "names", severity: "warning" }),
    ];
    for (const attempt of attempts)
      if (roleTable["style.manage"][role] === "any") await expect(attempt()).resolves.toBeDefined();
      else await expect(attempt()).rejects.toMatchObject({ fault: "forbidden" });
  });
});

describe("the checks", () => {
  it("are an error, a warning or off; as usual they take no row", async () => {
    await setCheck(editor, { check: "links", severity: "error" });
    await setCheck(editor, { check: "days", severity: "off" });
    expect(await checkSettings()).toEqual({ links: "error", days: "off" });
    await setCheck(editor, { check: "links", severity: "warning" });
    expect(await checkSettings()).toEqual({ days: "off" });
  });

  it("that readers need stay", async () => {
    await expect(setCheck(editor, { check: "headline", severity: "off" })).rejects.toMatchObject({ fault: "invalid" });
    await expect(setCheck(editor, { check: "beauty" as "links", severity: "off" })).rejects.toMatchObject({
      fault: "invalid",
    });
  });
});
