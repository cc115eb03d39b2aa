import "server-only";
import { deskDb } from "#lib/db/desk";
import type { Tx } from "../../kernel/context.ts";
import { type CheckKey, type CheckSettings, checkKeys } from "../checks/kinds.ts";
import type { HouseRuleRow } from "./schema.ts";

type Db = Pick<Tx, "houseRule" | "checkSetting">;

const isKey = (check: string): check is CheckKey => checkKeys.some((key) => key === check);

/** The newsroom's own rules, in the order in which they came. */
export const houseRules = (db: Db = deskDb()): Promise<HouseRuleRow[]> =>
  db.houseRule.findMany({
    where: { removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    omit: { createdAt: true, removedAt: true },
  });

/** The checks that this newsroom wants otherwise than usual. */
export async function checkSettings(db: Db = deskDb()): Promise<CheckSettings> {
  const rows = await db.checkSetting.findMany();
  return Object.fromEntries(rows.flatMap(({ check, severity }) => (isKey(check) ? [[check, severity ?? "off"]] : [])));
}
