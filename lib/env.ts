import "server-only";
import path from "node:path";
import { z } from "zod";
import { Obstacle } from "./obstacle.ts";
import { passwordProblem } from "./password-rules.ts";

const DAY = 86_400;

const webAddress = z
  .url({ protocol: /^https?$/, error: "must be an http or https address", abort: true })
  .refine((address) => !new URL(address).username, "must not contain a password");

const postgresAddress = z
  .url({
    protocol: /^postgres(ql)?$/,
    error: "must look like postgresql://user:password@host:5432/database",
    abort: true,
  })
  .refine((address) => new URL(address).username !== "", "must name a user")
  .refine((address) => new URL(address).pathname.length > 1, "must name a database");

const mailServer = z
  .url({ protocol: /^smtps?$/, error: "must look like smtps://user:password@host:465 or smtp://host:587", abort: true })
  .refine((address) => new URL(address).hostname !== "", "must name a host")
  .refine((address) => /^\/?$/.test(new URL(address).pathname) && !/[?#]/.test(address), "must end after the port");

const mailbox = z
  .string()
  .trim()
  .regex(
    /^(?:[^\p{Cc}<>@,;:"]+ )?<[^\s<>@,;:"]+@[^\s<>@,;:"]+>$|^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/u,
    "must look like desk@paper.example or The Paper <desk@paper.example>",
  );

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((n) => n >= least && n <= most, `must be a whole number from ${least} to ${most}`);

const duration = z
  .string()
  .regex(/^\d+(s|m|h|d)?$/, "must be a time such as 90s, 30m, 24h or 2d")
  .transform((text) => Number.parseInt(text, 10) * ({ m: 60, h: 3600, d: DAY }[text.slice(-1)] ?? 1));

const list = z.string().transform((text) => text.split(",").flatMap((part) => part.trim() || []));

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

const RoleOfProgram = z.enum(["web", "collab", "jobs"], { error: "must be a list of web, collab, jobs" });

const shape = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  /** The public address, without a slash at the end; all absolute links start with it. */
  SITE_URL: webAddress
    .refine((address) => new URL(address).pathname === "/" && !/[?#]/.test(address), "must not have a path")
    .transform((address) => new URL(address).origin)
    .optional(),
  DATA_DIR: z
    .string()
    .default("./var")
    .transform((dir) => path.resolve(dir)),
  DATABASE_URL: postgresAddress.optional(),
  READERS_DATABASE_URL: postgresAddress.optional(),
  DATABASE_OWNER_URL: postgresAddress.optional(),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters (openssl rand -base64 48 makes one)").optional(),
  ADMIN_EMAIL: z.email("must be an e-mail address").optional(),
  ADMIN_PASSWORD: z.string().optional(),
  NEWSROOM_NAME: z.string().trim().min(1).max(80, "must have at most 80 characters").default("Chapar"),
  NEWSROOM_ZONE: z.string().refine(isZone, "must be a time zone such as Asia/Bishkek").default("Asia/Bishkek"),
  NEWSROOM_LANGUAGE: z
    .string()
    .refine((tag) => canonicalLanguage(tag) !== undefined, "must be a language tag such as en, ky or ru")
    .transform((tag) => canonicalLanguage(tag) ?? tag)
    .default("en"),
  /** For how long Publish can be taken back in a new newsroom; 0 switches it off. */
  NEWSROOM_UNDO_SECONDS: wholeNumber(0, 120).default(10),
  /** Unset: `demo` when the program has just made its own database, else `none`. */
  SEED: z.enum(["demo", "none"], { error: "must be demo or none" }).optional(),
  ROLES: list
    .pipe(z.array(RoleOfProgram).min(1, "must name at least one of web, collab, jobs"))
    .default(["web", "collab", "jobs"]),
  PAGE_CACHE_MB: wholeNumber(1, 1_048_576).default(256),
  /** Seconds for which stored pages are served while the database is away. */
  STALE_IF_DOWN: duration.default(DAY),
  RATES_URL: webAddress.default("https://cdn.jsdelivr.net/npm/@fawazahmed0/currency-api@latest/v1/currencies/usd.json"),
  /** Private addresses (`host:port`) that outgoing requests may reach. */
  FETCH_ALLOW: list
    .pipe(z.array(z.string().regex(/^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$/i, "must be a list of host:port")))
    .default([]),
  /** The server that takes our mail; unset: mail is written to DATA_DIR/mail and goes nowhere. */
  SMTP_URL: mailServer.optional(),
  MAIL_FROM: mailbox.optional(),
  /** Called with what has changed for readers, so that caches outside (a CDN) drop it. */
  PURGE_HOOK: webAddress.optional(),
  /** How many proxies stand in front and add to X-Forwarded-For; 0 believes no forwarding header. */
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  /** Address of the readers' script; set by the program itself, not by the operator. */
  CHAPAR_ISLANDS: z.string().optional(),
});

const DATABASES = ["DATABASE_URL", "READERS_DATABASE_URL", "DATABASE_OWNER_URL"] as const;

/** What an operator may set. Database addresses and the secret are missing when the program is to bring its own. */
export type Settings = z.infer<typeof shape> & { SITE_URL: string };

/** Settings as every module sees them: complete. */
export type Env = Settings & Record<(typeof DATABASES)[number] | "AUTH_SECRET", string>;

type Variables = Readonly<Record<string, string | undefined>>;

/** Reads what the operator set. Throws an `Obstacle` that names every wrong setting. */
export function parseSettings(variables: Variables): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = shape.safeParse(given);
  const wrong = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`);
  wrong.push(...contradictions(given));
  if (!parsed.success || wrong.length > 0) {
    throw new Obstacle(`Wrong settings:\n${[...new Set(wrong)].map((line) => `  - ${line}`).join("\n")}`);
  }
  return { ...parsed.data, SITE_URL: parsed.data.SITE_URL ?? `http://localhost:${parsed.data.PORT}` };
}

/** Like `parseSettings`, for a program that runs: databases and secret have been filled in. */
export function parseEnv(variables: Variables): Env {
  const settings = parseSettings(variables);
  const { DATABASE_URL, READERS_DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET } = settings;
  if (!DATABASE_URL || !READERS_DATABASE_URL || !DATABASE_OWNER_URL || !AUTH_SECRET) {
    throw new Obstacle(
      "Wrong settings:\n  - DATABASE_URL, READERS_DATABASE_URL, DATABASE_OWNER_URL and AUTH_SECRET are filled in by `npm start`; this was started some other way",
    );
  }
  return { ...settings, DATABASE_URL, READERS_DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET };
}

/** What is wrong with settings together, whatever is wrong with each. */
function contradictions(given: Variables): string[] {
  const wrong: string[] = [];
  const named = DATABASES.filter((name) => given[name]);
  if (named.length > 0) {
    for (const name of DATABASES.filter((name) => !given[name])) {
      wrong.push(`${name} is missing: with a database of your own set ${DATABASES.join(", ")}`);
    }
    const users = named.flatMap((name) => URL.parse(given[name] ?? "")?.username || []);
    if (new Set(users).size < users.length) wrong.push(`${named.join(", ")} must have different users`);
    if (!given.AUTH_SECRET) wrong.push("AUTH_SECRET is missing: with a database of your own it is required");
  }
  if (given.SMTP_URL && !given.MAIL_FROM) wrong.push("MAIL_FROM is missing beside SMTP_URL");
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = given;
  if (ADMIN_PASSWORD && !ADMIN_EMAIL) wrong.push("ADMIN_EMAIL is missing beside ADMIN_PASSWORD");
  const problem = ADMIN_PASSWORD && passwordProblem(ADMIN_PASSWORD, ADMIN_EMAIL ? [ADMIN_EMAIL] : []);
  if (problem) wrong.push(`ADMIN_PASSWORD: ${problem}`);
  return wrong;
}

let parsed: Env | undefined;

/** The settings of this process, parsed on first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
