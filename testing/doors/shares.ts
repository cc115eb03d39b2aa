import { newId } from "#newsroom/kernel/ids";
import { aPictureFile } from "#newsroom/media/testing";
import { shareStory } from "#newsroom/stories/commands/share-story";
import { uploadPicture } from "#newsroom/stories/pictures/upload-picture";
import { aPerson, aStory, theProgram } from "#newsroom/stories/testing";
import * as story from "../../app/(desk)/desk/stories/[id]/actions.ts";
import * as shared from "../../app/(shared)/preview/[token]/actions.ts";
import * as sharedPage from "../../app/(shared)/preview/[token]/page.tsx";
import * as sharedPicture from "../../app/(shared)/preview/[token]/pictures/[id]/[file]/route.ts";
import { form, parametersOf } from "./asked.ts";
import { type AStory, type Door, door, storyDoor } from "./door.ts";
import { ourSite } from "./next-request.ts";

/** Of drafts that somebody outside reads by a link. */
export const shareDoors: Door[] = [
  door(sharedPage.default, "public", async () => [parametersOf({ token: await aPreview() })]),
  door(sharedPicture.GET, "public", async () => {
    const { picture } = await uploadPicture(theProgram, { uploadId: newId() }, () =>
      aPictureFile({ width: 40, height: 30 }),
    );
    const { id } = picture;
    const drafted = await aStory({ leadImage: { pictureId: id, altText: "", caption: "", credit: "" } });
    const token = (await aShare(drafted)).path.replace("/preview/", "");
    return [new Request(ourSite), { params: Promise.resolve({ token, id, file: "40.webp" }) }];
  }),
  door(shared.commentFromForm, "public", async () => [
    await aPreview(),
    { quote: "", text: "", message: null, atText: null, atQuote: null },
    form({ text: "Since when?" }),
  ]),
  storyDoor(story.shareStory, "story.share", (at) => [
    { ...at, recipient: "A lawyer", days: 1, mayComment: false, follows: true },
  ]),
  storyDoor(story.readShares, "story.share", ({ storyId }) => [storyId]),
  storyDoor(story.revokeShare, "story.share", async (at) => [{ shareId: (await aShare(at)).shareId }]),
];

/** By an admin: it rests while whoever made it could not. */
async function aShare({ storyId, version, seq }: AStory) {
  const link = { recipient: "A lawyer", days: 1, mayComment: true, follows: true };
  return shareStory(await aPerson("admin"), { storyId, version, seq, ...link });
}

async function aPreview(): Promise<string> {
  const { path } = await aShare(await aStory());
  return path.replace("/preview/", "");
}
