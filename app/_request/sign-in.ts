import "server-only";
import "#newsroom/wiring";
import { signIn } from "#newsroom/people/commands/sign-in";
import { keepDeviceToken, thisBrowser } from "./browser.ts";

/** Signs in whoever sits at this browser; answers the token of the session, for the cookie. @throws Fault */
export async function signInHere(email: string, password: string): Promise<string> {
  const { sessionToken, deviceToken } = await signIn({ email, password }, await thisBrowser());
  await keepDeviceToken(deviceToken);
  return sessionToken;
}
