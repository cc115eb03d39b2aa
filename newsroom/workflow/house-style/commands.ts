import "server-only";
import { command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, forbidden, invalid, notFound } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { compiled } from "../checks/house-style.ts";
import { checkKinds } from "../checks/kinds.ts";
import { SetCheck } from "../checks/schema.ts";
import { canManageStyle } from "./policy.ts";
import { AddHouseRule, ChangeHouseRule, type HouseRule, mostHouseRules, RemoveHouseRule } from "./schema.ts";

const demandRight = ({ actor }: CommandContext) => {
  if (!canManageStyle(actor)) throw forbidden("Only editors change the house style.");
};

/** @throws Fault invalid where a pattern cannot be read */
export const addHouseRule = command({
  name: "house_rule.add",
  input: AddHouseRule,
  async run(context, rule) {
    const { now, tx, emit } = context;
    demandRight(context);
    demandPattern(rule);
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar.house_style'))::text`;
    if ((await tx.houseRule.count()) >= mostHouseRules)
      throw invalid(`A house style has at most ${mostHouseRules} lines. Please remove one first.`);
    await tx.houseRule.create({ data: { ...rule, createdAt: now } });
    emit({ type: "house_rule.added", subject: rule.id });
    return { id: rule.id, version: 1 };
  },
});

/** @throws Fault invalid where a pattern cannot be read; conflict if somebody changed it since */
export const changeHouseRule = command({
  name: "house_rule.change",
  input: ChangeHouseRule,
  async run(context, { ruleId, version, changes }) {
    const { tx, emit } = context;
    demandRight(context);
    await tx.$queryRaw`select 1 from "HouseRule" where "id" = ${ruleId}::uuid for update`;
    const rule = await tx.houseRule.findUnique({ where: { id: ruleId } });
    if (!rule) throw notFound("rule");
    if (rule.version !== version)
      throw conflict("Someone else changed this rule at the same time.", { version: rule.version });
    demandPattern({ ...rule, ...definedOf(changes) });
    await tx.houseRule.update({ where: { id: ruleId }, data: { ...definedOf(changes), version: { increment: 1 } } });
    emit({ type: "house_rule.changed", subject: ruleId, payload: { fields: Object.keys(changes) } });
    return { version: version + 1 };
  },
});

export const removeHouseRule = command({
  name: "house_rule.remove",
  input: RemoveHouseRule,
  async run(context, { ruleId }) {
    demandRight(context);
    const { count } = await context.tx.houseRule.deleteMany({ where: { id: ruleId } });
    if (count === 0) throw notFound("rule");
    context.emit({ type: "house_rule.removed", subject: ruleId });
    return {};
  },
});

/** Makes a check an error or a warning, or switches it off. */
export const setCheck = command({
  name: "check.set",
  input: SetCheck,
  async run(context, { check, severity }) {
    const { tx, emit } = context;
    demandRight(context);
    if ("isNeeded" in checkKinds[check]) throw invalid("Readers need this one: it stays an error.");
    const stored = severity === "off" ? null : severity;
    if (severity === checkKinds[check].usual) await tx.checkSetting.deleteMany({ where: { check } });
    else
      await tx.checkSetting.upsert({
        where: { check },
        create: { check, severity: stored },
        update: { severity: stored },
      });
    emit({ type: "check.set", subject: null, payload: { check, severity } });
    return {};
  },
});

function demandPattern(rule: Pick<HouseRule, "pattern" | "isPattern" | "isCaseSensitive">): void {
  try {
    compiled(rule);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "";
    throw invalid([{ path: "pattern", message: `This pattern cannot be read: ${why}.` }]);
  }
}
