import { newId } from "#newsroom/kernel/ids";
import { createProfile } from "#newsroom/people/commands/create-profile";
import { aStaff } from "#newsroom/people/testing";
import { theProgram } from "#newsroom/stories/testing";
import * as people from "../../app/(desk)/desk/people/actions.ts";
import * as peoplePage from "../../app/(desk)/desk/people/page.tsx";
import * as profiles from "../../app/(desk)/desk/profiles/actions.ts";
import * as profilesPage from "../../app/(desk)/desk/profiles/page.tsx";
import { type Door, door } from "./door.ts";

/** Of accounts and profiles. */
export const peopleDoors: Door[] = [
  door(people.addPerson, "people.manage", () => {
    const id = newId();
    return [{ id, name: "Nurlan Osmonov", email: `${id}@chapar.test`, role: "author" as const }];
  }),
  door(people.makeLinkFor, "people.manage", async () => [await colleague()]),
  door(people.changeRoleOf, "people.manage", async () => [{ ...(await colleague()), role: "editor" as const }]),
  door(people.deactivatePerson, "people.manage", async () => [await colleague()]),
  door(people.reactivatePerson, "people.manage", async () => [await colleague({ deactivatedAt: new Date() })]),
  door(profiles.createProfile, "profile.manage", () => [{ id: newId(), name: "Aigul Sadykova" }]),
  door(profiles.removeProfile, "profile.manage", async () => {
    const profileId = newId();
    await createProfile(theProgram, { id: profileId, name: "Aigul Sadykova" });
    return [{ profileId, version: 1 }];
  }),
  door(profiles.changeProfile, "profile.manage", async () => {
    const profileId = newId();
    await createProfile(theProgram, { id: profileId, name: "Aigul Sadykova" });
    return [{ profileId, version: 1, changes: { bio: "Writes about water." } }];
  }),
  door(peoplePage.default, "people.manage", () => []),
  door(profilesPage.default, "profile.manage", () => []),
];

const colleague = async (state: Parameters<typeof aStaff>[0] = {}) => {
  const { id, version } = await aStaff(state);
  return { staffId: id, version };
};
