import type { Metadata } from "next";
import { AccountScreen } from "#components/desk/account/AccountScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { ownSessions } from "#newsroom/people/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";
import { changeOwn, endOwnSession } from "./actions.ts";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const actor = await requireActor();
  const now = systemNow();
  const [sessions, { zone }] = await Promise.all([ownSessions(actor, now), newsroomSettings()]);
  return (
    <AccountScreen
      data={{ actor, sessions, zone, now }}
      actions={{ endSession: endOwnSession, changePassword: changeOwn }}
    />
  );
}
