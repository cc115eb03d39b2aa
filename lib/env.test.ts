import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseEnv, parseSettings } from "./env.ts";

const ownDatabase = {
  DATABASE_URL: "postgresql://desk:a@db:5432/paper",
  READERS_DATABASE_URL: "postgresql://readers:b@db:5432/paper",
  DATABASE_OWNER_URL: "postgresql://owner:c@db:5432/paper",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
};

describe("settings", () => {
  it("are complete when nothing is set", () => {
    expect(parseSettings({})).toEqual({
      PORT: 3000,
      SITE_URL: "http://localhost:3000",
      DATA_DIR: path.resolve("var"),
      NEWSROOM_NAME: "Chapar",
      NEWSROOM_ZONE: "Asia/Bishkek",
      NEWSROOM_UNDO_SECONDS: 10,
      NEWSROOM_LANGUAGE: "en",
      ROLES: ["web", "collab", "jobs"],
      PAGE_CACHE_MB: 256,
      STALE_IF_DOWN: 86_400,
      RATES_URL: "https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.json",
      FETCH_ALLOW: [],
      TRUST_PROXY: 0,
    });
  });

  it("take an empty variable as unset", () => {
    expect(parseSettings({ PORT: "", DATABASE_URL: "" }).PORT).toBe(3000);
  });

  it("name every wrong setting in one message", () => {
    const wrong = () =>
      parseSettings({
        PORT: "80x",
        SITE_URL: "https://paper.example/news",
        NEWSROOM_ZONE: "Asia/Atlantis",
        NEWSROOM_LANGUAGE: "english language",
        ROLES: "web,cook",
        PAGE_CACHE_MB: "-1",
        STALE_IF_DOWN: "soon",
        FETCH_ALLOW: "http://localhost",
        SEED: "all",
        DATABASE_URL: "mysql://db",
        ADMIN_PASSWORD: "short",
      });
    for (const name of [
      "PORT",
      "SITE_URL",
      "NEWSROOM_ZONE",
      "NEWSROOM_LANGUAGE",
      "ROLES",
      "PAGE_CACHE_MB",
      "STALE_IF_DOWN",
      "FETCH_ALLOW",
      "SEED",
      "DATABASE_URL must",
      "READERS_DATABASE_URL is missing",
      "AUTH_SECRET is missing",
      "ADMIN_EMAIL is missing",
      "ADMIN_PASSWORD: ",
    ]) {
      expect(wrong).toThrow(name);
    }
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "65536"],
    ["SITE_URL", "paper.example"],
    ["SITE_URL", "ftp://paper.example"],
    ["SITE_URL", "https://user:secret@paper.example"],
    ["ADMIN_EMAIL", "nobody"],
    ["AUTH_SECRET", "short"],
    ["RATES_URL", "file:///etc/passwd"],
    ["TRUST_PROXY", "yes"],
    ["ROLES", ","],
    ["SMTP_URL", "https://mail.example"],
    ["SMTP_URL", "smtp://"],
    ["SMTP_URL", "smtp://mail.example/inbox"],
    ["SMTP_URL", "smtp://mail.example?ignoreTLS=true"],
    ["MAIL_FROM", "desk"],
    ["MAIL_FROM", "desk@paper.example, boss@paper.example"],
    ["MAIL_FROM", "The Paper <desk@paper.example>\r\nBcc: all@paper.example"],
  ])("refuse %s=%s", (name, value) => {
    expect(() => parseSettings({ [name]: value })).toThrow(name);
  });

  it.each(["hunter2", "password1234", "editor@paper.example"])("refuse the guessable ADMIN_PASSWORD=%s", (password) => {
    const given = { ADMIN_EMAIL: "editor@paper.example", ADMIN_PASSWORD: password };
    expect(() => parseSettings(given)).toThrow("ADMIN_PASSWORD: ");
  });

  it.each(["desk@paper.example", "The Paper <desk@paper.example>"])("take %s for where mail comes from", (from) => {
    expect(parseSettings({ SMTP_URL: "smtps://desk:p%40ss@mail.example", MAIL_FROM: from }).MAIL_FROM).toBe(from);
  });

  it("want to know from whom mail comes where they say who takes it", () => {
    expect(() => parseSettings({ SMTP_URL: "smtp://mail.example" })).toThrow("MAIL_FROM is missing");
  });

  it("never repeat a secret in their message", () => {
    expect(() => parseSettings({ ADMIN_EMAIL: "a@b.example", ADMIN_PASSWORD: "hunter2" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("hunter2") }),
    );
  });

  it("drop the slash at the end of SITE_URL", () => {
    expect(parseSettings({ SITE_URL: "https://paper.example/" }).SITE_URL).toBe("https://paper.example");
  });

  it.each([
    ["45", 45],
    ["90s", 90],
    ["30m", 1800],
    ["24h", 86_400],
    ["2d", 172_800],
  ])("read STALE_IF_DOWN=%s as %i seconds", (text, seconds) => {
    expect(parseSettings({ STALE_IF_DOWN: text }).STALE_IF_DOWN).toBe(seconds);
  });

  it("read lists with spaces", () => {
    expect(parseSettings({ ROLES: "web, jobs", FETCH_ALLOW: "localhost:8080, [::1]:9000" })).toMatchObject({
      ROLES: ["web", "jobs"],
      FETCH_ALLOW: ["localhost:8080", "[::1]:9000"],
    });
  });
});

describe("a database of one's own", () => {
  it("is taken with three logins and a secret", () => {
    expect(parseEnv(ownDatabase)).toMatchObject(ownDatabase);
  });

  it.each(["READERS_DATABASE_URL", "DATABASE_OWNER_URL", "AUTH_SECRET"])("is refused without %s", (name) => {
    expect(() => parseSettings({ ...ownDatabase, [name]: undefined })).toThrow(`${name} is missing`);
  });

  it("is refused when two logins are one user", () => {
    expect(() => parseSettings({ ...ownDatabase, READERS_DATABASE_URL: ownDatabase.DATABASE_URL })).toThrow(
      "must have different users",
    );
  });

  it.each(["mysql://desk:a@db/paper", "postgresql://db:5432/paper", "postgresql://desk:a@db:5432/"])(
    "is refused at %s",
    (address) => {
      expect(() => parseSettings({ ...ownDatabase, DATABASE_URL: address })).toThrow("DATABASE_URL");
    },
  );
});

it("refuses a program that was started without its databases", () => {
  expect(() => parseEnv({})).toThrow("npm start");
});
