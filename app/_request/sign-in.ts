import "server-only";
import "#newsroom/wiring";
import { headers } from "next/headers";
import { env } from "#lib/env";
import { forbidden } from "#newsroom/kernel/faults";
import { signIn } from "#newsroom/people/commands/sign-in";
import { keepDeviceToken, thisBrowser } from "./browser.ts";
import { isOurOrigin } from "./origin.ts";

/** Signs in whoever sits at this browser; answers the token of the session, for the cookie. @throws Fault */
export async function signInHere(email: string, password: string): Promise<string> {
  const { sessionToken, deviceToken } = await signIn({ email, password }, await thisBrowser());
  await keepDeviceToken(deviceToken);
  return sessionToken;
}

/**
 * For forms that need no session: no page of another site may send them. What names no origin at all carries no one's rights.
 * @throws Fault
 */
export async function refuseForeignPage(): Promise<void> {
  const sent = await headers();
  const origin = sent.get("origin");
  if (origin !== null && !isOurOrigin({ origin, host: sent.get("host") }, env().SITE_URL)) {
    throw forbidden("This did not come from a page of this newsroom.");
  }
}
