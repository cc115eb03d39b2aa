import "server-only";
import fs from "node:fs/promises";
import path from "node:path";
import type { Mail } from "./mail.ts";

const mostKept = 200;
/** Of a mail, enough to hold its header. */
const headBytes = 8_192;

/** A mail that went nowhere and lies in the folder. */
export interface KeptMail {
  file: string;
  at: Date;
  to: string;
  subject: string;
}

/** Writes a mail whole or not at all; the oldest go, so that a folder that nobody looks at does not fill the disk. */
export async function keepMail(folder: string, { id, at }: Pick<Mail, "id" | "at">, message: Buffer): Promise<void> {
  await fs.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, `${at.toISOString().replaceAll(":", "-")}-${id}.eml`);
  await fs.writeFile(`${file}.unfinished`, message, { mode: 0o600 });
  await fs.rename(`${file}.unfinished`, file);
  for (const old of (await namesIn(folder)).slice(mostKept)) await fs.rm(path.join(folder, old), { force: true });
}

/** The newest mails in the folder, the last one first. */
export async function keptMails(folder: string, limit: number): Promise<KeptMail[]> {
  const mails: KeptMail[] = [];
  for (const name of (await namesIn(folder)).slice(0, limit)) {
    const head = await headOf(path.join(folder, name));
    if (head === null) continue;
    mails.push({
      file: name,
      at: new Date(field(head, "Date")),
      to: field(head, "To"),
      subject: field(head, "Subject"),
    });
  }
  return mails;
}

/** Names begin with the time: the last one first. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch(nothingIfMissing);
  return (names ?? [])
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .reverse();
}

/** Null if another process has just removed it. */
async function headOf(file: string): Promise<string | null> {
  const handle = await fs.open(file).catch(nothingIfMissing);
  if (!handle) return null;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.toString("utf8", 0, bytesRead).split("\r\n\r\n", 1)[0] ?? "";
  } finally {
    await handle.close();
  }
}

function nothingIfMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}

function field(head: string, name: string): string {
  const unfolded = head.replace(/\r\n[ \t]+/g, " ");
  const line = unfolded.split("\r\n").find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return decoded(line?.slice(name.length + 1).trim() ?? "");
}

/** Encoded words of a header (RFC 2047) as text. */
const decoded = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, how: string, words: string) =>
      how.toLowerCase() === "b" ? Buffer.from(words, "base64").toString("utf8") : unquoted(words),
    );

const unquoted = (words: string): string =>
  Buffer.from(
    words
      .replaceAll("_", " ")
      .replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
