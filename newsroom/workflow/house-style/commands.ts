import "server-only";
import { command } from "../../kernel/command.ts";
import type { CommandContext } from "../../kernel/context.ts";
import { conflict, forbidden, invalid, notFound } from "../../kernel/faults.ts";
import { definedOf } from "../../kernel/patch.ts";
import { countedSteps, mostCounted } from "../checks/house-pattern.ts";
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
    await oneAfterTheOther(context);
    await demandPattern(context, rule);
    if ((await tx.houseRule.count({ where: { removedAt: null } })) >= mostHouseRules)
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
    await oneAfterTheOther(context);
    const rule = await tx.houseRule.findUnique({ where: { id: ruleId, removedAt: null } });
    if (!rule) throw notFound("rule");
    if (rule.version !== version)
      throw conflict("Someone else changed this rule at the same time.", { version: rule.version });
    await demandPattern(context, { ...rule, ...definedOf(changes) });
    await tx.houseRule.update({ where: { id: ruleId }, data: { ...definedOf(changes), version: { increment: 1 } } });
    emit({ type: "house_rule.changed", subject: ruleId, payload: { fields: Object.keys(changes) } });
    return { version: version + 1 };
  },
});

export const removeHouseRule = command({
  name: "house_rule.remove",
  input: RemoveHouseRule,
  async run(context, { ruleId }) {
    const { now, tx, emit } = context;
    demandRight(context);
    await oneAfterTheOther(context);
    const rule = await tx.houseRule.findUnique({
      where: { id: ruleId, removedAt: null },
      select: { severity: true, language: true },
    });
    if (!rule) throw notFound("rule");
    await tx.houseRule.update({ where: { id: ruleId }, data: { removedAt: now } });
    emit({ type: "house_rule.removed", subject: ruleId, payload: rule });
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

const oneAfterTheOther = ({ tx }: CommandContext) =>
  tx.$queryRaw`select pg_advisory_xact_lock(hashtext('chapar.house_style'))::text`;

type Pattern = Pick<HouseRule, "id" | "pattern" | "isPattern" | "isCaseSensitive" | "isOn">;

async function demandPattern({ tx }: CommandContext, rule: Pattern): Promise<void> {
  const wrong = (message: string) => invalid([{ path: "pattern", message }]);
  const counted = stepsOf(rule);
  if (counted > mostCounted.one)
    throw wrong(
      "This pattern repeats too much by count, which would slow the checks down. Write * or + instead, or less.",
    );
  if (counted === 0 || !rule.isOn) return;
  const others = await tx.houseRule.findMany({
    where: { isOn: true, isPattern: true, removedAt: null, id: { not: rule.id } },
  });
  const together = others.reduce((sum, other) => sum + stepsOf(other), counted);
  if (together > mostCounted.together)
    throw wrong("Together with the other patterns this one repeats too much by count: the checks would be slow.");
}

function stepsOf(rule: Pattern): number {
  try {
    return countedSteps(rule);
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "";
    throw invalid([{ path: "pattern", message: `This pattern cannot be read: ${why}.` }]);
  }
}
