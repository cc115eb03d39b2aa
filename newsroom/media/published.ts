import "server-only";
import { readersDb } from "#lib/db/readers";

/** Does a story that readers may see now show this picture? */
export const isPictureLive = async (id: string): Promise<boolean> =>
  (await readersDb().liveStoryPicture.findFirst({ where: { pictureId: id }, select: { storyId: true } })) !== null;
