import "server-only";
import { isIP } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import nodemailer from "nodemailer";
import type SMTPTransport from "nodemailer/lib/smtp-transport";
import { keepMail } from "./kept.ts";
import { type Mail, MailFailed, type MailSettings } from "./mail.ts";

/** How long a mail server may keep silent, and how long one mail may take `inAll`, in milliseconds. */
export interface Patience {
  connectionTimeout: number;
  greetingTimeout: number;
  socketTimeout: number;
  inAll: number;
}

const patience: Patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  inAll: 120_000,
};

/** Neither files nor addresses are read for a mail, whatever it says. */
const closed = { disableFileAccess: true, disableUrlAccess: true };

/**
 * Hands a mail to the server, or writes it to the folder where there is none.
 * @throws MailFailed if the server refuses it or does not answer; the reason of `signal` if that stops it: the server may have taken it
 */
export async function sendMail(
  settings: MailSettings,
  mail: Mail,
  { inAll, ...wait }: Patience = patience,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const message = messageOf(settings, mail);
  if (!settings.smtpUrl) {
    const { message: bytes } = await nodemailer
      .createTransport({ streamTransport: true, buffer: true, newline: "windows", ...closed })
      .sendMail(message);
    return keepMail(settings.folder, mail, Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0));
  }
  const transport = nodemailer.createTransport({ ...serverOf(settings.smtpUrl), ...wait, ...closed });
  const ending = new AbortController();
  try {
    await Promise.race([
      transport.sendMail(message),
      tooLong(inAll, ending.signal),
      ...(signal ? [stopped(signal, ending.signal)] : []),
    ]);
  } catch (error) {
    signal?.throwIfAborted();
    throw failureOf(error);
  } finally {
    ending.abort();
    transport.close();
  }
}

/** A server that says a little now and then keeps no silence, and takes no mail either. */
async function tooLong(milliseconds: number, signal: AbortSignal): Promise<void> {
  await pause(milliseconds, undefined, { signal }).catch(() => {});
  if (!signal.aborted) throw new Error(`The mail server did not take it within ${milliseconds / 1000} seconds.`);
}

function stopped(signal: AbortSignal, ending: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason), { signal: ending });
  return promise;
}

/** The address of `to` is never parsed: it is one, whatever stands in it. */
const messageOf = ({ from }: MailSettings, { to, subject, text, id, at }: Mail) => ({
  from,
  to: { name: "", address: to },
  subject: subject.replace(/\s+/g, " "),
  text,
  date: at,
  messageId: `<${id}@${domainOf(from)}>`,
  // Nobody's holiday note shall answer it.
  headers: { "Auto-Submitted": "auto-generated" },
});

const domainOf = (from: string): string => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? "localhost";

/** A password goes through a network only when the line is encrypted, whatever the server offers or somebody between leaves out. */
function serverOf(url: string): SMTPTransport.Options {
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const secure = protocol === "smtps:";
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
  return {
    host,
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    // Mail servers on this machine rarely have a certificate that anybody vouches for, and need none.
    ignoreTLS: isThisMachine(host),
    requireTLS: !secure && auth !== undefined && !isThisMachine(host),
    ...(auth && { auth }),
  };
}

const isThisMachine = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

function failureOf(error: unknown): MailFailed {
  const said = error instanceof Error ? error.message : String(error);
  const wasAnswered = error instanceof Error && "responseCode" in error && typeof error.responseCode === "number";
  const words = said.replace(/[\p{Cc}\s]+/gu, " ").trim();
  return new MailFailed(words.slice(0, 300), !wasAnswered, { cause: error });
}
