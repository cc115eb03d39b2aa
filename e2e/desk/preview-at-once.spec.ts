import { type APIRequestContext, type BrowserContext, expect, test } from "@playwright/test";
import { signIn } from "../support/people.ts";
import { editor, newStory, publish } from "../support/story.ts";

const rounds = 2;

test("a draft that is previewed in the moment in which its public page is asked for reaches no reader", async ({
  page,
  browser,
}, testInfo) => {
  test.slow();
  const mark = `${testInfo.workerIndex}${testInfo.repeatEachIndex}${testInfo.retry}`;
  const address = `/stories/herders-count-the-glaciers-${mark}`;
  await signIn(page);
  const id = await newStory(page);
  const { headline, text, section, saved } = editor(page);
  await headline.fill(`Herders count the glaciers ${mark}`);
  await text.click();
  await page.keyboard.type("There were nine.");
  await section.selectOption("Security");
  await expect(saved).toBeVisible();
  await publish(page);

  const typed = async (words: string) => {
    await text.click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(` ${words}`);
    await expect(text).toContainText(words);
    await page.keyboard.press("Control+s");
    await expect(async () => expect(await (await page.request.get(preview)).text()).toContain(words)).toPass();
  };
  const preview = `/desk/stories/${id}/preview`;
  const reader = await browser.newContext();

  // The cache has just been emptied of this page, and readers' first request comes with the preview's.
  await typed("Now there are seven.");
  await publish(page, "Update");
  await typed("Zmeevik melted first.");
  const first = await atOnce(page.context(), reader, { preview, address });
  const etags = new Set([first.etag]);
  for (let round = 1; round < rounds; round++)
    etags.add((await atOnce(page.context(), reader, { preview, address })).etag);
  // An old page may be served for the moment of one new render; the draft never has a part in it.
  await expect(async () => {
    const { etag, body } = await readers(reader.request, address);
    expect(body).toContain("Now there are seven.");
    etags.add(etag);
  }).toPass();
  expect(etags.size, [...etags].join(" ")).toBeLessThanOrEqual(2);

  const settled = (await readers(reader.request, address)).etag;
  for (let round = 0; round < rounds; round++)
    expect((await atOnce(page.context(), reader, { preview, address })).etag).toBe(settled);
  await reader.close();
});

/** Both in one moment, each in a window of its own; every second time the reader is first. */
let turn = 0;
async function atOnce(staff: BrowserContext, reader: BrowserContext, at: { preview: string; address: string }) {
  const [desk, open] = await Promise.all([staff.newPage(), reader.newPage()]);
  const visits = [() => desk.goto(at.preview), () => open.goto(at.address)];
  if (turn++ % 2) visits.reverse();
  const [shown, answer] = await Promise.all([
    Promise.all(visits.map((visit) => visit())),
    readers(reader.request, at.address),
  ]);
  expect(shown.map((page) => page?.status())).toEqual([200, 200]);
  await expect(desk.getByText("Zmeevik melted first.")).toBeVisible();
  expect(await open.content()).not.toContain("Zmeevik");
  await Promise.all([desk.close(), open.close()]);
  expect(await reader.cookies()).toEqual([]);
  return answer;
}

/** What the public address answers to somebody without a cookie. */
async function readers(request: APIRequestContext, address: string) {
  const answer = await request.get(address);
  const body = await answer.text();
  expect(answer.status()).toBe(200);
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  expect(`${JSON.stringify(answer.headers())} ${body}`).not.toContain("Zmeevik");
  return { etag: answer.headers().etag, body };
}
