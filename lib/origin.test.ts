import { describe, expect, it } from "vitest";
import { isOurOrigin } from "./origin.ts";

describe("with a public address", () => {
  const site = "https://paper.example";
  it.each([
    ["https://paper.example", "paper.example", true],
    ["https://paper.example", "10.0.0.5:3000", true],
    ["http://paper.example", "paper.example", false],
    ["https://paper.example:8443", "paper.example:8443", false],
    ["https://paper.example.evil.test", "paper.example", false],
    ["https://evil.test", "evil.test", false],
    ["null", "paper.example", false],
    ["", "paper.example", false],
    [null, "paper.example", false],
  ])("%s at %s: %s", (origin, host, ours) => expect(isOurOrigin({ origin, host }, site)).toBe(ours));
});

describe("on one's own machine", () => {
  const site = "http://localhost:3000";
  it.each([
    ["http://localhost:3000", "localhost:3000", true],
    ["http://127.0.0.1:3000", "127.0.0.1:3000", true],
    ["http://127.0.0.1:3000", "localhost:3000", false],
    ["http://localhost:4000", "localhost:3000", false],
    ["https://evil.test", "localhost:3000", false],
    [null, "localhost:3000", false],
    ["null", "null", false],
  ])("%s at %s: %s", (origin, host, ours) => expect(isOurOrigin({ origin, host }, site)).toBe(ours));
});
