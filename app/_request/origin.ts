import "server-only";
import { headers } from "next/headers";
import { env } from "#lib/env";
import { isOurOrigin } from "#lib/origin";
import { forbidden } from "#newsroom/kernel/faults";

const strange = () => forbidden("This did not come from a page of this newsroom.");

/** For what a session may do. @throws Fault unless a page of ours sent this request, and says so. */
export async function demandOwnPage(): Promise<void> {
  if (!isOurOrigin(await asked(), env().SITE_URL)) throw strange();
}

/**
 * For forms that need no session: no page of another site may send them, but what names no origin carries no one's rights.
 * @throws Fault
 */
export async function refuseForeignPage(): Promise<void> {
  if ((await asked()).origin !== null) await demandOwnPage();
}

async function asked() {
  const sent = await headers();
  return { origin: sent.get("origin"), host: sent.get("host") };
}
