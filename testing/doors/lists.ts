import { deskDb } from "#lib/db/desk";
import { prepareBulk, startBulk } from "#newsroom/bulk/commands";
import type { StaffActor } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { aStory } from "#newsroom/stories/testing";
import * as bulkActionPage from "../../app/(desk)/desk/bulk/[id]/page.tsx";
import * as bulk from "../../app/(desk)/desk/bulk/actions.ts";
import * as bulkPage from "../../app/(desk)/desk/bulk/page.tsx";
import * as deskPage from "../../app/(desk)/desk/page.tsx";
import * as storiesPage from "../../app/(desk)/desk/stories/page.tsx";
import * as trashPage from "../../app/(desk)/desk/trash/page.tsx";
import * as presenceHandler from "../../app/api/stories/presence/route.ts";
import { parametersOf, searched } from "./asked.ts";
import { type Door, door } from "./door.ts";
import { ourSite } from "./next-request.ts";

/** Of lists of stories, and of what is done with many at once. */
export const listDoors: Door[] = [
  door(bulk.prepareBulk, "signed in", async ({ actor }) => [aBulk((await aStory({ by: actor })).storyId)]),
  door(bulk.startBulk, "signed in", async ({ actor }) => [await aPreparedBulk(actor)]),
  door(bulk.undoBulk, "signed in", async ({ actor }) => {
    const { bulkId } = await aPreparedBulk(actor);
    await startBulk(actor, { bulkId });
    await deskDb().bulkRow.updateMany({ where: { bulkId }, data: { outcome: "done", versionAfter: 2 } });
    await deskDb().bulkAction.update({ where: { id: bulkId }, data: { finishedAt: new Date() } });
    return [{ bulkId, id: newId() }];
  }),
  door(presenceHandler.GET, "signed in", async () => [new Request(`${ourSite}/api/stories/presence?ids=${newId()}`)]),
  door(deskPage.default, "signed in", () => []),
  door(storiesPage.default, "signed in", () => [searched]),
  door(bulkPage.default, "signed in", () => []),
  door(bulkActionPage.default, "signed in", async ({ actor }) => [
    { ...parametersOf({ id: (await aPreparedBulk(actor)).bulkId }), ...searched },
  ]),
  door(trashPage.default, "signed in", () => [searched]),
];

const aBulk = (storyId: string) => ({
  id: newId(),
  task: { verb: "spike" as const, argument: "Twice." },
  selection: { ids: [storyId] },
});

const aPreparedBulk = async (actor: StaffActor) => {
  const { bulkId } = await prepareBulk(actor, aBulk((await aStory({ by: actor })).storyId));
  return { bulkId };
};
