import { RE2JS } from "re2js";
import type { HouseRule } from "../house-style/schema.ts";

type Words = Pick<HouseRule, "pattern" | "isPattern" | "isCaseSensitive">;

/** Words stand for themselves. */
export const sourceOf = ({ pattern, isPattern, isCaseSensitive }: Words): string =>
  `(?${isCaseSensitive ? "" : "i"}:${isPattern ? pattern : RE2JS.quote(pattern)})`;

/** A rule's pattern, ready to run. @throws with words about what is wrong with it */
export const compiled = (rule: Words): RE2JS => RE2JS.compile(sourceOf(rule));

/** Steps that counting may add to one pattern, and to all that are on. */
export const mostCounted = { one: 100, together: 1_000 };

/**
 * How many steps counting adds to a pattern: `.{0,900}` is one step written out 900 times. Linear time is linear in these too, and
 * many such patterns at once cost most of all; what is not counted costs next to nothing, however long.
 * @throws with words about what is wrong with the pattern
 */
export const countedSteps = (rule: Words): number =>
  rule.isPattern ? Math.max(0, compiled(rule).programSize() - rule.pattern.length) : 0;

type Match = ReturnType<RE2JS["matcher"]>;

/** What `replacement` makes of a match where it stands: `$1`, `$<name>`, `$&` are what was found, `$$` is the sign. */
export const expanded = (replacement: string, match: Match): string =>
  replacement.replace(/\$(?:([$&])|<([^>]*)>|(\d\d?))/g, (all, sign?: string, name?: string, digits?: string) => {
    if (sign) return sign === "$" ? "$" : (match.group() ?? "");
    if (name !== undefined) return match.getNamedGroups()[name] ?? "";
    const number = [digits, digits?.[0]].find((some) => Number(some) >= 1 && Number(some) <= match.groupCount());
    return number ? `${match.group(Number(number)) ?? ""}${digits?.slice(number.length)}` : all;
  });
