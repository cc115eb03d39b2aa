import { describe, expect, it } from "vitest";
import { quotationMarks, typographyOf } from "./languages.ts";
import { typographicChange } from "./typography.ts";

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
    ["de", `"'Geht's?' fragte sie"`, "„‚Geht’s?‘ fragte sie“"],
    ["de", `"'Geht's?'"`, "„‚Geht’s?‘“"],
    ["de-CH", '"Er sagt "nein" dazu"', "«Er sagt ‹nein› dazu»"],
    ["en", `"He said 'it's fine.'"`, "“He said ‘it’s fine.’”"],
    ["en", `'The drivers' queue.'`, "‘The drivers’ queue.’"],
    ["en", "the '90s and '80s.", "the ’90s and ’80s."],
    ["en", `"the '90s"`, "“the ’90s”"],
    ["en", "'90 people fled,' he said", "‘90 people fled,’ he said"],
    ["en", "rock 'n' roll", "rock ’n’ roll"],
    ["en", "'tis so, tell 'em - now", "’tis so, tell ’em – now"],
    ["en", "the 1990's", "the 1990’s"],
    ["en", `he is 6'2" tall`, "he is 6′2″ tall"],
    ["en", `"he is 6'2" tall," she said`, "“he is 6′2″ tall,” she said"],
    ["en", "'since 1994'", "‘since 1994’"],
    ["tr", "2024'te", "2024’te"],
    ["nl", "'s morgens 'ja'", "’s morgens ‘ja’"],
    ["fr", `Il a dit "c'est "non", hier" - fini`, "Il a dit « c’est “non”, hier » – fini"],
    ["fr-CH", '"Le Temps"', "«Le Temps»"],
    ["fr", '" oui"', "« oui »"],
    ["es", '"El "Sol" sale"', "«El “Sol” sale»"],
    ["es-MX", `"El 'Sol' sale"`, "“El ‘Sol’ sale”"],
    ["it", `"L'ora "X" e' qui"`, "«L’ora “X” e’ qui»"],
    ["pt-BR", `"sim 'e' não"`, "“sim ‘e’ não”"],
    ["pt-PT", '"sim "e" não"', "«sim “e” não»"],
    ["pl", '"Czas "Pik" już"', "„Czas «Pik» już”"],
    ["tk", '"Türkmenistan" - gazet', "“Türkmenistan” – gazet"],
    ["az", `"Bakı 'da' var"`, "“Bakı ‘da’ var”"],
    ["az-Cyrl-AZ", '"Бакы"', "“Бакы”"],
    ["fa", '"او "نه" گفت"', "«او ‹نه› گفت»"],
    ["sv", `"Hon sa 'nej'."`, "”Hon sa ’nej’.”"],
    ["nb", `"Han "så" det"`, "«Han ‘så’ det»"],
    ["cs", `"'Ano,' řekl"`, "„‚Ano,‘ řekl“"],
    ["zh", `他说"好'啊'"。`, "他说“好‘啊’”。"],
    ["zh-Hant-TW", '他說"好"。', "他說「好」。"],
    ["ja", '彼は"はい"と', "彼は「はい」と"],
    ["eo", `"a" -- 'b'...`, `"a" -- 'b'...`],
    ["constructor", '"a"', '"a"'],
  ])("%s: %s", (language, keys, expected) => expect(typed(language, keys)).toBe(expected));

  it("a line of speech after a line break begins with a dash", () => {
    expect(typed("ru", "Он:\n- Да.")).toBe("Он:\n— Да.");
  });
});

it.each([
  ["en", 0, "“a”"],
  ["en", 1, "‘a’"],
  ["ru", 1, "„a“"],
  ["ru", 2, "«a»"],
  ["fr", 0, "« a »"],
  ["eo", 0, "“a”"],
])("a quotation of %s in %s others has its marks", (language, depth, expected) =>
  expect(quotationMarks(language, depth).join("a")).toBe(expected),
);
