import { describe, expect, it } from "vitest";
import { isCommon, passwordProblem } from "./password-rules.ts";

describe("length", () => {
  it.each([
    ["elevenchars", "at least 12"],
    ["ржавый клинок", null],
    ["x".repeat(60) + "y7 kettle ".repeat(7), "at most 128"],
    ["🦊🐢🦉🐝🦋🐌🦀🐙🦑🦐🐟", "at least 12"],
  ])("%s: %s", (password, words) => {
    if (words === null) expect(passwordProblem(password)).toBeNull();
    else expect(passwordProblem(password)).toContain(words);
  });

  it("refuses what Postgres cannot store", () => {
    expect(passwordProblem("fine until\0here it is")).toContain("cannot be stored");
    expect(passwordProblem("fine until \ud800 here")).toContain("cannot be stored");
  });
});

it.each([
  "password1234",
  "Password2026!",
  "passw0rd passw0rd",
  "P@ssw0rd12345",
  "123456789012",
  "aaaaaaaaaaaa",
  "abababababab",
  "qwertyuiop[]",
  "1qaz2wsx3edc",
  "1q2w3e4r5t6y",
  "poiuytrewqasdf",
  "iloveyou2024",
  "welcomewelcome",
  "adminadmin123",
  "letmein123456",
  "Football2019!!",
  "йцукенгшщзхъ",
  "пароль123456",
  "correcthorsebatterystaple",
])("%s is common", (password) => expect(isCommon(password)).toBe(true));

it.each([
  "copper lantern forty moths",
  "correct-horse-battery-staple",
  "k8#vTq2!wLz9",
  "a long enough passphrase",
  "editor-password-1",
  "тихий паровоз у реки",
  "dushanbe tea and apricots",
])("%s is not", (password) => expect(isCommon(password)).toBe(false));

it.each([
  ["aigerim@chapar.test", ["aigerim@chapar.test", "aigerim"]],
  ["aigerim123456", ["aigerim"]],
  ["Aigerim Sadykova", ["Aigerim Sadykova"]],
])("%s is about its owner", (password, about) => expect(passwordProblem(password, about)).toContain("own name"));

it("lets a name stand among other words", () => {
  expect(passwordProblem("aigerim walks seven dogs", ["aigerim"])).toBeNull();
});
