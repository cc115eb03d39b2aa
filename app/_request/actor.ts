import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { hashOf } from "#lib/tokens";
import type { StaffActor } from "#newsroom/kernel/actor";
import { systemNow } from "#newsroom/kernel/clock";
import { actorOfSession, actorsOfSessions } from "#newsroom/people/queries";
import { sayingIfAway } from "./if-away.ts";
import { returnPath } from "./return-path.ts";
import { sessionToken } from "./session-cookie.ts";

/** Who asks, read from the database at each request; null for anybody else. */
export const currentActor = cache(async (): Promise<StaffActor | null> => {
  const token = await sessionToken();
  return token ? sayingIfAway(actorOfSession(hashOf(token), systemNow())) : null;
});

/** Who asks, where the window asks by itself: that is no use of the session, which may lapse meanwhile. */
export async function watchingActor(): Promise<StaffActor | null> {
  const token = await sessionToken();
  if (!token) return null;
  const actors = await sayingIfAway(actorsOfSessions([hashOf(token)], () => false, systemNow()));
  return [...actors.values()][0] ?? null;
}

/** For pages: who asks, or off to the sign-in page and back here afterwards. */
export async function requireActor(): Promise<StaffActor> {
  const actor = await currentActor();
  if (actor) return actor;
  // Set by the program's server over whatever came from outside; pages themselves cannot know their address.
  const here = returnPath((await headers()).get("x-chapar-path"));
  redirect(`/sign-in?next=${encodeURIComponent(here)}`);
}
