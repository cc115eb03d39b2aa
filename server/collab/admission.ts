import { isDatabaseAway } from "#lib/db/away";
import { tokenInCookies } from "#lib/sealed-session";
import { hashOf } from "#lib/tokens";
import { schemaNumber } from "#newsroom/body/schema-number";
import { newId } from "#newsroom/kernel/ids";
import { Greeting } from "#newsroom/stories/document/live-protocol";
import { documentAccess, holderOf, noteClients } from "#newsroom/stories/document/typing";
import { Refusal } from "./refusal.ts";

/** Who comes in, and what they may do. @throws Refusal */
export async function admitted(storyId: string, token: string, cookies: string | null) {
  const greeting = greetingIn(token);
  if (!greeting) throw new Refusal("outdated");
  const sessionToken = await tokenInCookies(cookies);
  if (!sessionToken) throw new Refusal("signedOut");
  const tokenHash = hashOf(sessionToken);
  const now = new Date();
  try {
    const [access] = await documentAccess([{ storyId, tokenHash }], now);
    if (!access) throw new Refusal((await holderOf(tokenHash, now)) ? "barred" : "signedOut");
    const { actor, mayWrite, standing, schema, generation } = access;
    if (actor.id !== greeting.person) throw new Refusal("otherPerson");
    if (greeting.schema < schema) throw new Refusal("outdated");
    // This program is older than the window: another one, or this one after its update, will do.
    if (greeting.schema > schemaNumber) throw new Refusal("unavailable");
    if (greeting.generation !== generation) throw new Refusal("startOver");
    if (mayWrite) await noteClients(storyId, [greeting.client], actor.id, now);
    return {
      ...greeting,
      id: newId(),
      tokenHash,
      actor,
      mayWrite,
      standing,
      isIdle: false,
      typedAt: 0,
      known: new Map<number, number>(),
    };
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    throw new Refusal("unavailable");
  }
}

function greetingIn(token: string): Greeting | null {
  try {
    return Greeting.safeParse(JSON.parse(token)).data ?? null;
  } catch {
    return null;
  }
}
