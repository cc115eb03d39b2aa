import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, securityHeaders, surfaceOf } from "./security-headers.ts";

const directive = (policy: string, name: string) =>
  policy
    .split("; ")
    .find((rule) => rule.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe("an address belongs to", () => {
  it.each([
    ["/", "site"],
    ["/stories/desk", "site"],
    ["/desktop", "site"],
    ["/ru/stories/x", "site"],
    ["/desk", "desk"],
    ["/desk/stories/1/preview", "desk"],
    ["/sign-in", "desk"],
    ["/api/rates", "api"],
    ["/api/auth/session", "api"],
    ["/_next/static/chunks/a.js", "asset"],
    ["/islands/abc.js", "asset"],
  ])("%s: %s", (pathname, surface) => {
    expect(surfaceOf(pathname)).toBe(surface);
  });

  it.each(["app/(desk)", "app/(auth)"])("the desk, for every page in %s", (folder) => {
    const pages = fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [];
    for (const { name } of pages.filter((entry) => entry.isDirectory() && !/^[_(@]/.test(entry.name))) {
      expect(surfaceOf(`/${name}`), name).toBe("desk");
    }
  });
});

describe("a page for readers", () => {
  const policy = contentSecurityPolicy("site", { https: true });

  it("may frame those whose posts and maps may be embedded, and nobody else", () => {
    expect(directive(policy, "frame-src")).toBe(
      "https://www.youtube-nocookie.com/embed/ https://platform.twitter.com/embed/ https://t.me https://www.instagram.com/p/ " +
        "https://www.openstreetmap.org/export/embed.html https://www.google.com/maps https://yandex.com/map-widget/v1/",
    );
    expect(securityHeaders("desk", { https: true })["Content-Security-Policy"]).not.toContain("frame-src");
  });

  it("runs our own scripts only, and none that stands in the page", () => {
    expect(directive(policy, "script-src")).toBe("'self'");
    expect(directive(policy, "style-src")).toBe("'self'");
    expect(policy.replace(/frame-src [^;]*/, "")).not.toMatch(/unsafe|nonce|https?:|\*/);
  });
});

describe("a page of the desk", () => {
  const policy = contentSecurityPolicy("desk", { https: false, nonce: "abc" });

  it("runs scripts with this answer's nonce only", () => {
    expect(directive(policy, "script-src")).toBe("'nonce-abc' 'strict-dynamic'");
  });

  it("stands in nobody's frame", () => {
    expect(directive(policy, "frame-ancestors")).toBe("'none'");
    expect(securityHeaders("desk", { https: false })["X-Frame-Options"]).toBe("DENY");
  });
});

describe.each(["site", "desk", "api", "asset"] as const)("every answer of the %s", (surface) => {
  it("takes no plug-in, no foreign base, no guessed type", () => {
    const headers = securityHeaders(surface, { https: false, nonce: "abc" });
    const policy = headers["Content-Security-Policy"] ?? "";
    expect(directive(policy, "default-src")).toBe("'none'");
    expect(directive(policy, "object-src")).toBe("'none'");
    expect(directive(policy, "base-uri")).toBe("'none'");
    expect(policy).not.toContain("unsafe-eval");
    expect(headers).toMatchObject({ "X-Content-Type-Options": "nosniff", "Cross-Origin-Opener-Policy": "same-origin" });
  });

  it("asks for https only where the public address has it", () => {
    expect(securityHeaders(surface, { https: true })).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders(surface, { https: false })).not.toHaveProperty("Strict-Transport-Security");
    expect(contentSecurityPolicy(surface, { https: false })).not.toContain("upgrade-insecure-requests");
  });
});
