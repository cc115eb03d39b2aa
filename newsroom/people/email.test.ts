import { describe, expect, it } from "vitest";
import { parseEmail } from "./email.ts";

describe("an e-mail address is brought to one form", () => {
  it.each([
    ["aida@chapar.test", "aida@chapar.test"],
    ["  Aida@Chapar.TEST ", "aida@chapar.test"],
    ["a.b+desk@news.example.kg", "a.b+desk@news.example.kg"],
    ["o'neil@example.org", "o'neil@example.org"],
    ["x@xn--80ak6aa92e.xn--p1ai", "x@xn--80ak6aa92e.xn--p1ai"],
    [`${"a".repeat(64)}@example.org`, `${"a".repeat(64)}@example.org`],
  ])("%j is %s", (typed, email) => expect(parseEmail(typed)).toBe(email));
});

describe("everything else is refused", () => {
  it.each([
    ["nothing", ""],
    ["no @", "aida.chapar.test"],
    ["two @", "aida@evil.test@chapar.test"],
    ["no local part", "@chapar.test"],
    ["no domain", "aida@"],
    ["a domain without a dot", "aida@localhost"],
    ["a quoted local part", '"aida"@chapar.test'],
    ["an @ in quotes", '"aida@evil.test"@chapar.test'],
    ["a comment", "aida(desk)@chapar.test"],
    ["a name before it", "Aida <aida@chapar.test>"],
    ["a comma, two addresses", "aida@chapar.test,evil@evil.test"],
    ["a semicolon", "aida;evil@chapar.test"],
    ["a space", "ai da@chapar.test"],
    ["a line break, as in a forged header", "aida@chapar.test\r\nBcc: evil@evil.test"],
    ["NUL", "aida\0@chapar.test"],
    ["a Cyrillic look-alike", "аida@chapar.test"],
    ["a sign that folds to k", "Kate@chapar.test".replace("K", "\u212a")],
    ["a full-width @", "aida＠chapar.test"],
    ["a zero-width space", "aida\u200b@chapar.test"],
    ["right-to-left override", "aida\u202e@chapar.test"],
    ["two dots in a row", "ai..da@chapar.test"],
    ["a dot at the start", ".aida@chapar.test"],
    ["a dot at the end", "aida.@chapar.test"],
    ["an empty label", "aida@chapar..test"],
    ["a dot after the domain", "aida@chapar.test."],
    ["a hyphen at the start of a label", "aida@-chapar.test"],
    ["an underscore in the domain", "aida@cha_par.test"],
    ["an IP address", "aida@192.0.2.1"],
    ["an address literal", "aida@[192.0.2.1]"],
    ["a long local part", `${"a".repeat(65)}@example.org`],
    ["a long label", `aida@${"a".repeat(64)}.org`],
    ["a long address", `aida@${"abcdefghi.".repeat(26)}org`],
  ])("%s", (_why, typed) => expect(parseEmail(typed)).toBeNull());
});
