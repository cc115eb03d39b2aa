import { inspect, stripVTControlCharacters } from "node:util";

type Fields = Readonly<Record<string, unknown>>;
type Level = "info" | "warn" | "error";

const SECRET_NAME = /password|secret|token|cookie|authorization/i;
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):[^\s/@]+@/gi;
const LINK_TOKEN = /(\/(?:set-password|preview)\/)[^\s/?#"]+/g;

function withoutSecrets(name: string, value: unknown): unknown {
  if (SECRET_NAME.test(name)) return "[hidden]";
  if (value instanceof Error) {
    const cause = value.cause === undefined ? {} : { cause: withoutSecrets("cause", value.cause) };
    return withoutSecrets("", { name: value.name, message: value.message, stack: value.stack, ...cause });
  }
  if (typeof value === "string") return value.replace(URL_PASSWORD, "$1:[hidden]@").replace(LINK_TOKEN, "$1[hidden]");
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map((item) => withoutSecrets("", item));
  if (value !== null && typeof value === "object" && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(key, inner)]));
  }
  return value;
}

/** One line for machines: every line break is escaped. */
export function machineLine(level: Level, message: string, fields: Fields, at: Date): string {
  const rest = withoutSecrets("", fields);
  const line = JSON.stringify({ at: at.toISOString(), level, message, ...(rest as object) });
  return line.replace(/[\u2028\u2029]/g, (separator) => (separator === "\u2028" ? "\\u2028" : "\\u2029"));
}

/** For people at a terminal; only a stack trace spans lines. */
export function humanLine(level: Level, message: string, fields: Fields, at: Date): string {
  const words = Object.entries(fields).map(([name, value]) => {
    const safe = withoutSecrets(name, value);
    if (value instanceof Error) return `\n  ${stripVTControlCharacters(String((safe as Error).stack ?? value))}`;
    return `${name}=${typeof safe === "string" ? plain(safe) : inspect(safe, { breakLength: Infinity })}`;
  });
  const mark = level === "info" ? "" : `${level}: `;
  return [`${at.toISOString().slice(11, 19)} ${mark}${plain(message)}`, ...words].join("  ");
}

const plain = (text: string) => stripVTControlCharacters(text).replace(/[\r\n\u2028\u2029]+/g, " ");

function write(level: Level, message: string, fields: Fields = {}): void {
  const stream = level === "info" ? process.stdout : process.stderr;
  const line = stream.isTTY ? humanLine : machineLine;
  stream.write(`${line(level, message, fields, new Date())}\n`);
}

/** What operators read. Ids and names belong in `fields`; bodies and secrets nowhere. */
export const log = {
  info: (message: string, fields?: Fields) => write("info", message, fields),
  warn: (message: string, fields?: Fields) => write("warn", message, fields),
  error: (message: string, fields?: Fields) => write("error", message, fields),
};
