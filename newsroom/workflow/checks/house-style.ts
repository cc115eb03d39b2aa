import { type RE2JS, RE2Set } from "re2js";
import type { HouseRule } from "../house-style/schema.ts";
import type { Finding, Subject } from "./finding.ts";
import { compiled, expanded, sourceOf } from "./house-pattern.ts";
import { allLines, type Line } from "./lines.ts";

/** One rule shows itself so often in one story; more would hide everything else. */
const mostFindings = 20;
/** Milliseconds of work before everybody else gets a turn. */
const turn = 30;

/**
 * What the newsroom's own rules strike, from top to bottom. Patterns run in linear time whatever they are (RE2), all of them in one
 * pass over the text, and long stories in turns: no rule of anybody's holds the program up.
 */
export async function houseStyle(subject: Subject): Promise<Finding[]> {
  const rules = subject.houseRules.filter((rule) => isFor(rule, subject.language));
  if (rules.length === 0) return [];
  const net = new RE2Set();
  for (const rule of rules) net.add(sourceOf(rule));
  net.compile();
  const left = new Map(rules.map((rule) => [rule, mostFindings]));
  const patterns = new Map<HouseRule, RE2JS>();
  const patternOf = (rule: HouseRule): RE2JS => {
    const pattern = patterns.get(rule) ?? compiled(rule);
    patterns.set(rule, pattern);
    return pattern;
  };
  function* rest(rule: HouseRule, struck: Iterable<Finding>) {
    for (const finding of struck) {
      const count = left.get(rule) ?? 0;
      if (count === 0) return;
      left.set(rule, count - 1);
      yield finding;
    }
  }
  const found: Finding[] = [];
  let since = performance.now();
  for (const line of allLines(subject)) {
    if (performance.now() - since > turn) {
      await new Promise((next) => setImmediate(next));
      since = performance.now();
    }
    for (const index of net.match(line.text)) {
      const rule = rules[index];
      if (rule && left.get(rule) !== 0) found.push(...rest(rule, struckIn(line, rule, patternOf(rule))));
    }
  }
  return found;
}

const isFor = ({ isOn, language }: HouseRule, of: string): boolean =>
  isOn && (language === null || of === language || of.startsWith(`${language}-`));

function* struckIn(line: Line, rule: HouseRule, pattern: RE2JS): Generator<Finding> {
  const matcher = pattern.matcher(line.text);
  while (matcher.find()) {
    const [from, to] = [matcher.start(), matcher.end()];
    if (to === from || (!rule.isPattern && isWithinWord(line.text, from, to))) continue;
    const quote = line.text.slice(from, to);
    const replacement = rule.isPattern && rule.replacement ? expanded(rule.replacement, matcher) : rule.replacement;
    if (replacement === quote) continue;
    yield {
      check: rule.id,
      severity: rule.severity,
      message: rule.message,
      at: line.at(from, to),
      replacement: replacement ?? undefined,
    };
  }
}

/** RE2's own word borders know only Latin letters. */
const isWithinWord = (text: string, from: number, to: number): boolean =>
  (isWordAt(text, from) && isWordBefore(text, from)) || (isWordBefore(text, to) && isWordAt(text, to));

const isWord = (character: number | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(String.fromCodePoint(character));
const isWordAt = (text: string, at: number): boolean => isWord(text.codePointAt(at));
const isWordBefore = (text: string, at: number): boolean => {
  const last = text.charCodeAt(at - 1);
  const isSecondHalf = last >= 0xdc00 && last <= 0xdfff;
  return isWord(text.codePointAt(at - (isSecondHalf ? 2 : 1)));
};
