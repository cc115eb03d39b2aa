import { describe, expect, it } from "vitest";
import { typographicChange, typographyOf } from "./typography.ts";

/** The text that stands there after somebody typed it. */
function typed(language: string, keys: string): string {
  const rules = typographyOf(language);
  let text = "";
  for (const key of keys) {
    const change = rules && typographicChange(text, key, rules);
    text = change ? text.slice(0, text.length - change.remove) + change.insert : text + key;
  }
  return text;
}

describe("typography by language", () => {
  it.each([
    ["en", 'She said "no" twice.', "She said “no” twice."],
    ["en-GB", `"It's 'fine'," he said.`, "“It’s ‘fine’,” he said."],
    ["en", '("so") and "so."', "(“so”) and “so.”"],
    ["en", "the drivers' queue", "the drivers’ queue"],
    ["en", 'a 5" pipe', 'a 5" pipe'],
    ["en", "one -- two - three", "one – two – three"],
    ["en", "one--two", "one—two"],
    ["en", "1941--1945", "1941–1945"],
    ["en", "twenty-one", "twenty-one"],
    ["en", "well... no....", "well… no…."],
    ["en", "- item", "- item"],
    ["en", "---", "---"],
    ["en", "https://a.example/x--y...'z\"", "https://a.example/x--y...'z\""],
    ["en", "see www.a.example/b--c", "see www.a.example/b--c"],
    ["ru", 'Газета "Час "Пик"" вышла', "Газета «Час „Пик“» вышла"],
    ["ru", '"Раз", "два"', "«Раз», «два»"],
    ["ru", '""Час пик" вышел"', "«„Час пик“ вышел»"],
    ["ru", "Он - врач -- и точка", "Он — врач — и точка"],
    ["ru", "слово--слово", "слово — слово"],
    ["ru", "-- Привет, - сказал он.", "— Привет, — сказал он."],
    ["ru", "из-за", "из-за"],
    ["ru", "об'єм", "об’єм"],
    ["ru", 'труба 5"', 'труба 5"'],
    ["ky", '"Ала-Тоо" - аянт', "«Ала-Тоо» — аянт"],
    ["kk", '"Бір "екі" үш"', "«Бір “екі” үш»"],
    ["tg", '"Душанбе"', "«Душанбе»"],
    ["uz", `O'zbekiston "bo'ldi" ma'no`, "Oʻzbekiston “boʻldi” ma’no"],
    ["uz-Cyrl", '"Тошкент" - шаҳар', "«Тошкент» — шаҳар"],
    ["uz-Latn-UZ", '"a"', "“a”"],
    ["tr", `Ankara'da "evet" dedi`, "Ankara’da “evet” dedi"],
    ["de", `Er sagte "nein" und 'ja' - geht's?`, "Er sagte „nein“ und ‚ja‘ – geht’s?"],
    ["eo", `"a" -- 'b'...`, `"a" -- 'b'...`],
    ["constructor", '"a"', '"a"'],
  ])("%s: %s", (language, keys, expected) => expect(typed(language, keys)).toBe(expected));

  it("a line of speech after a line break begins with a dash", () => {
    expect(typed("ru", "Он:\n- Да.")).toBe("Он:\n— Да.");
  });
});
