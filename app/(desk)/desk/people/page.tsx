import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PeopleScreen } from "#components/desk/people/PeopleScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { canManagePeople } from "#newsroom/people/policy";
import { staffList } from "#newsroom/people/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";
import { addPerson, changeRoleOf, deactivatePerson, makeLinkFor, reactivatePerson } from "./actions.ts";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const actor = await requireActor();
  if (!canManagePeople(actor)) forbidden();
  const now = systemNow();
  const [people, { zone }] = await Promise.all([staffList(actor, now), newsroomSettings()]);
  return (
    <PeopleScreen
      data={{ actor, people, zone, now }}
      actions={{
        add: addPerson,
        changeRole: changeRoleOf,
        makeLink: makeLinkFor,
        deactivate: deactivatePerson,
        reactivate: reactivatePerson,
      }}
    />
  );
}
