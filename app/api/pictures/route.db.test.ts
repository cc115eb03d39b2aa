import fs from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { deskDb } from "#lib/db/desk";
import { env } from "#lib/env";
import type { StaffActor } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { aPictureFile } from "#newsroom/media/testing";
import { aSession } from "#newsroom/people/testing";
import { confideStory } from "#newsroom/stories/commands/confide-story";
import { describePicture } from "#newsroom/stories/commands/describe-picture";
import { removePicture } from "#newsroom/stories/commands/remove-picture";
import { restorePicture } from "#newsroom/stories/commands/restore-picture";
import { sweepPictures } from "#newsroom/stories/pictures/picture-jobs";
import { aNewsroom, aPerson, aStory } from "#newsroom/stories/testing";
import { removeOldTrash } from "#newsroom/trash/jobs";
import { headersOf, inRequest, ourSite } from "../../../testing/doors/next-request.ts";
import { GET as getFile } from "./[id]/[file]/route.ts";
import { GET, POST } from "./route.ts";

/** Who asks next, and from a page of which site. */
const asking = { actor: null as StaffActor | null, origin: ourSite };
const asked = async (call: () => Promise<Response>) => {
  const session = asking.actor && (await aSession(asking.actor.id));
  return inRequest("action", await headersOf(session?.token ?? null, asking.origin), call);
};

let author: StaffActor;
beforeAll(async () => {
  await aNewsroom();
  author = await aPerson("author");
});
beforeEach(() => {
  Object.assign(asking, { actor: author, origin: ourSite });
});

const url = `${ourSite}/api/pictures`;
async function upload(file: Uint8Array, { id = newId(), story }: { id?: string; story?: string } = {}) {
  const body = new Blob([new Uint8Array(file)]);
  const address = `${url}?id=${id}${story ? `&story=${story}` : ""}`;
  const response = await asked(() => POST(new Request(address, { method: "POST", body })));
  return { status: response.status, ...(await response.json()) };
}
const library = async (search = "") => (await asked(() => GET(new Request(`${url}?search=${search}`)))).json();
const idsIn = async (search = "") => (await library(search)).pictures.map(({ id }: { id: string }) => id);
const file = (id: string, name: string) =>
  asked(() => getFile(new Request(`${url}/${id}/${name}`), { params: Promise.resolve({ id, file: name }) }));
const folders = () => fs.readdir(path.join(env().DATA_DIR, "media")).catch(() => []);
const later = (ms: number) => new Date(Date.now() + ms);
const DAY = 86_400_000;

it.each(["jpeg", "png", "webp", "avif", "gif"] as const)(
  "takes a %s, and makes it anew in each width",
  async (format) => {
    const { status, picture } = await upload(await aPictureFile({ width: 1_000, height: 500, format }));
    expect({ status, width: picture.width, height: picture.height }).toEqual({
      status: 200,
      width: 1_000,
      height: 500,
    });
    for (const width of [480, 960, 1_000]) {
      for (const [extension, type] of [
        ["webp", "image/webp"],
        ["jpg", "image/jpeg"],
      ]) {
        const answer = await file(picture.id, `${width}.${extension}`);
        expect(answer.headers.get("content-type")).toBe(type);
        expect(answer.headers.get("cache-control")).toBe("private, no-store");
        expect((await sharp(await answer.arrayBuffer()).metadata()).width).toBe(width);
      }
    }
    for (const name of ["1600.webp", `original.${format}`, "../480.webp", "480.png"])
      expect((await file(picture.id, name)).status).toBe(404);
  },
);

it("turns a picture upright and lets nothing else of the file go out", async () => {
  const secret = "Serial 4711";
  const upright = await sharp(await aPictureFile({ width: 600, height: 300 }))
    .withExif({ IFD0: { Artist: "Aida Bekova", Software: secret } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { picture } = await upload(upright);
  expect(picture).toMatchObject({ width: 300, height: 600, credit: "Aida Bekova" });
  const out = Buffer.from(await (await file(picture.id, "300.jpg")).arrayBuffer());
  const { exif, xmp, iptc, orientation } = await sharp(out).metadata();
  expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(out.includes(secret)).toBe(false);
});

it("offers the picture that is there for the same bytes, and for the same upload sent again", async () => {
  const bytes = await aPictureFile();
  const id = newId();
  const first = await upload(bytes, { id });
  const again = await upload(bytes);
  expect([first.wasThere, again.wasThere, again.picture.id]).toEqual([false, true, first.picture.id]);
  await deskDb().picture.update({ where: { id: first.picture.id }, data: { sha256: "0".repeat(64) } });
  expect((await upload(bytes, { id })).picture.id).toBe(first.picture.id);
  expect((await folders()).length).toBe(await deskDb().picture.count());
});

it("refuses what is no picture in words, and keeps nothing of it", async () => {
  const good = await aPictureFile({ width: 1_500, height: 1_500 });
  const bomb = await sharp({ create: { width: 10_100, height: 10_000, channels: 3, background: "white" } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const before = await folders();
  const cases: [Uint8Array, number, string][] = [
    [Buffer.alloc(0), 400, "empty"],
    [Buffer.from("Just a text, named picture.jpg"), 415, "JPEG, PNG"],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 415, "JPEG, PNG"],
    [good.subarray(0, Math.floor(good.length * 0.6)), 400, "broken"],
    [good.subarray(0, 20), 400, "broken"],
    [bomb, 413, "101 megapixels"],
    [Buffer.concat([good, Buffer.alloc(26 * 1024 * 1024)]), 413, "25 MB"],
    [await aPictureFile({ width: 20, height: 1_000 }), 400, "ten times"],
  ];
  for (const [bytes, status, words] of cases) {
    const answer = await upload(bytes);
    expect(answer).toMatchObject({ status, ok: false });
    expect(answer.message).toContain(words);
  }
  expect(await folders()).toEqual(before);
});

it("says in words that the disk cannot be written, and writes nothing down", async () => {
  const media = path.join(env().DATA_DIR, "media");
  await fs.rename(media, `${media}-away`);
  await fs.writeFile(media, "a file where a folder is needed");
  const before = await deskDb().picture.count();
  expect(await upload(await aPictureFile())).toMatchObject({ status: 503, fault: "unavailable" });
  await fs.rm(media);
  await fs.rename(`${media}-away`, media);
  expect(await deskDb().picture.count()).toBe(before);
});

it("asks for the right before it takes a byte", async () => {
  asking.origin = "https://evil.example";
  expect(await upload(await aPictureFile())).toMatchObject({ status: 403 });
  asking.origin = ourSite;
  asking.actor = null;
  expect(await upload(await aPictureFile())).toMatchObject({ status: 401 });
  asking.actor = await aPerson("contributor");
  const { storyId } = await aStory({ by: author });
  expect((await upload(await aPictureFile(), { story: storyId })).status).toBe(404);
  expect((await upload(await aPictureFile())).status).toBe(200);
  expect((await upload(await aPictureFile(), { id: "nothing" })).status).toBe(400);
});

it("shows a picture of a confidential story to those alone who may know of the story", async () => {
  const { storyId, version } = await aStory({ by: author, confidential: true });
  const named = await aPerson("author");
  await confideStory(author, { storyId, version, confidential: true, circle: [named.id, author.id] });
  const bytes = await aPictureFile();
  const { picture } = await upload(bytes, { story: storyId });
  for (const [role, sees] of [
    ["author", false],
    ["editor", false],
    ["admin", true],
  ] as const) {
    asking.actor = await aPerson(role);
    expect((await idsIn()).includes(picture.id)).toBe(sees);
    expect((await file(picture.id, "480.webp")).status).toBe(sees ? 200 : 404);
  }
  asking.actor = named;
  expect(await idsIn()).toContain(picture.id);
  // The same bytes from elsewhere are another picture: it would lead to the story.
  asking.actor = author;
  expect((await upload(bytes)).picture.id).not.toBe(picture.id);
  await confideStory(author, { storyId, version: version + 1, confidential: false });
  asking.actor = await aPerson("author");
  expect(await idsIn()).toContain(picture.id);
});

it("keeps what people say of a picture, each on the version they saw", async () => {
  const { picture } = await upload(await aPictureFile());
  const at = { pictureId: picture.id, version: 1 };
  const changes = { altText: "Lorries\nin snow", credit: "Aida Bekova", focalPoint: { x: 0.25, y: 1 } };
  await describePicture(author, { ...at, changes });
  await expect(describePicture(author, { ...at, changes })).rejects.toMatchObject({ fault: "conflict" });
  await expect(
    describePicture(author, { ...at, version: 2, changes: { focalPoint: { x: 2, y: 0 } } }),
  ).rejects.toMatchObject({ fault: "invalid" });
  await expect(describePicture(await aPerson("contributor"), { ...at, version: 2, changes })).rejects.toMatchObject({
    fault: "forbidden",
  });
  const [found] = (await library("lorries%20bekova")).pictures;
  expect(found).toMatchObject({
    id: picture.id,
    altText: "Lorries in snow",
    focalPoint: { x: 0.25, y: 1 },
    version: 2,
  });
});

it("takes a picture out for 30 days, and then for good with its files", async () => {
  const { picture } = await upload(await aPictureFile());
  const pictureId = picture.id;
  await expect(removePicture(await aPerson("author"), { pictureId, version: 1 })).rejects.toMatchObject({
    fault: "forbidden",
  });
  await removePicture(author, { pictureId, version: 1 });
  expect(await idsIn()).not.toContain(pictureId);
  await removeOldTrash(later(29 * DAY));
  await sweepPictures(later(29 * DAY));
  await restorePicture(author, { pictureId });
  expect(await idsIn()).toContain(pictureId);
  await removePicture(author, { pictureId, version: 3 });
  await removeOldTrash(later(31 * DAY));
  await sweepPictures(later(31 * DAY));
  expect(await deskDb().picture.count({ where: { id: pictureId } })).toBe(0);
  expect(await folders()).not.toContain(pictureId);
});

it("sweeps files that no picture points at, once an upload cannot be under way any more", async () => {
  const { picture } = await upload(await aPictureFile());
  const left = newId();
  await fs.mkdir(path.join(env().DATA_DIR, "media", left));
  await sweepPictures(later(0));
  expect(await folders()).toContain(left);
  await sweepPictures(later(2 * 3_600_000));
  expect(await folders()).not.toContain(left);
  expect((await file(picture.id, "480.webp")).status).toBe(200);
});

it("takes no file where the database knows none of them: it is another newsroom's", async () => {
  const rows = await deskDb().picture.findMany();
  const before = await folders();
  await deskDb().picture.deleteMany({});
  await sweepPictures(later(2 * 3_600_000));
  expect(await folders()).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
  await deskDb().picture.createMany({ data: rows });
});
