import "server-only";
import path from "node:path";
import { env } from "#lib/env";
import type { MailSettings } from "./mail.ts";

/** Where this program's mail goes. */
export function mailSettings(): MailSettings {
  const { SMTP_URL, MAIL_FROM, SITE_URL, DATA_DIR } = env();
  return {
    smtpUrl: SMTP_URL ?? null,
    from: MAIL_FROM ?? `desk@${new URL(SITE_URL).hostname}`,
    folder: path.join(DATA_DIR, "mail"),
  };
}
