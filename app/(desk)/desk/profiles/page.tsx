import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { ProfilesScreen } from "#components/desk/profiles/ProfilesScreen";
import { canManageProfiles } from "#newsroom/people/policy";
import { colleagues, deskProfiles } from "#newsroom/people/queries";
import { requireActor } from "../../../_request/actor.ts";
import { changeProfile, createProfile, removeProfile } from "./actions.ts";

export const metadata: Metadata = { title: "Profiles" };

export default async function ProfilesPage() {
  const actor = await requireActor();
  if (!canManageProfiles(actor)) forbidden();
  const [profiles, staff] = await Promise.all([deskProfiles(actor), colleagues(actor)]);
  return <ProfilesScreen data={{ profiles, staff }} actions={{ createProfile, changeProfile, removeProfile }} />;
}
