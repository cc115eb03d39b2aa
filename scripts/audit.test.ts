import { expect, it } from "vitest";
import { auditOf } from "./audit.ts";

const hole = (name: string, severity: string) => ({ name, severity, range: "<2.0.0", via: [], fixAvailable: true });
const answer = (...holes: ReturnType<typeof hole>[]) =>
  JSON.stringify({ auditReportVersion: 2, vulnerabilities: Object.fromEntries(holes.map((one) => [one.name, one])) });

it.each([
  ["nothing", answer(), []],
  ["what is low or moderate", answer(hole("a", "low"), hole("b", "moderate")), []],
  ["what is high", answer(hole("a", "low"), hole("b", "high")), ["b <2.0.0 (high)"]],
  ["what is critical", answer(hole("@c/d", "critical")), ["@c/d <2.0.0 (critical)"]],
])("an audit that knows finds %s", (_what, printed, holes) => {
  expect(auditOf(printed)).toEqual({ known: true, holes });
});

it.each([
  [
    "a registry that keeps no advisories",
    { message: "405 Method Not Allowed - POST https://registry.npmjs.org/x", error: { summary: "", detail: "" } },
    "405 Method Not Allowed - POST https://registry.npmjs.org/x",
  ],
  [
    "a machine without a network",
    { error: { code: "ENOTFOUND", summary: "getaddrinfo\nENOTFOUND" } },
    "getaddrinfo ENOTFOUND",
  ],
  ["silence", null, "it did not answer in time"],
])("%s cannot tell", (_what, printed, why) => {
  expect(auditOf(printed ? JSON.stringify(printed) : "")).toEqual({ known: false, why });
});
