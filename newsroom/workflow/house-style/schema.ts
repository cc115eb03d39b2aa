import { z } from "zod";
import { Id } from "../../kernel/ids.ts";
import { line } from "../../kernel/text.ts";
import { Language } from "../../settings/schema.ts";
import { severities } from "../checks/severity.ts";

export const mostHouseRules = 300;

const Words = z.object({
  pattern: line(300).refine((pattern) => pattern !== "", "What should it look for?"),
  /** Read as a pattern (RE2) or as words that stand for themselves. */
  isPattern: z.boolean(),
  isCaseSensitive: z.boolean(),
  message: line(300).refine((message) => message !== "", "Please say what is wrong with it."),
  /** `$1` is the first group of a pattern. */
  replacement: line(300).nullable(),
  severity: z.enum(severities),
  /** BCP 47; null for stories in any language. */
  language: Language.nullable(),
  isOn: z.boolean(),
});

export const AddHouseRule = Words.extend({ id: Id });
export const ChangeHouseRule = z.object({ ruleId: Id, version: z.int().min(1), changes: Words.partial() });
export const RemoveHouseRule = z.object({ ruleId: Id });

/** One line of the newsroom's house style. */
export type HouseRule = z.infer<typeof AddHouseRule>;

export interface HouseRuleRow extends HouseRule {
  version: number;
}
