import { describe, expect, it } from "vitest";
import { humanLine, machineLine } from "./log.ts";

const at = new Date("2026-03-01T12:00:00Z");

describe.each([
  ["for machines", machineLine],
  ["for people", humanLine],
])("a log line %s", (_for, line) => {
  it("stays one line whatever a stranger sends", () => {
    const text = line("info", "signed in\nfake line", { name: "A\r\nlevel=error\u2028B\u001b[31m" }, at);
    expect(text.split(/[\r\n\u2028]/)).toHaveLength(1);
    expect(text).not.toContain("\u001b");
  });

  it.each(["password", "AUTH_SECRET", "sessionToken", "cookie", "Authorization"])("hides %s", (name) => {
    expect(line("warn", "x", { [name]: "hunter2", deep: { [name]: "hunter2" } }, at)).not.toContain("hunter2");
  });

  it("hides the password of an address, also in an error", () => {
    const failure = new Error("cannot reach postgresql://desk:hunter2@db/paper");
    expect(line("error", "x", { failure, list: ["redis://u:hunter2@h/"] }, at)).not.toContain("hunter2");
  });

  it("hides the token of a link to set a password", () => {
    const failure = new Error("no answer for /set-password/hunter2");
    expect(line("error", "x", { failure, url: "/set-password/hunter2?a=1" }, at)).not.toContain("hunter2");
  });

  it("says what failed and why", () => {
    const text = line("error", "job failed", { job: "rates", error: new Error("no route") }, at);
    expect(text).toContain("job failed");
    expect(text).toContain("no route");
    expect(text).toContain("rates");
  });
});
