import { deskDb } from "#lib/db/desk";
import { b, body, p } from "#newsroom/body/testing";
import { system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { createStory } from "#newsroom/stories/commands/create-story";
import { killStory } from "#newsroom/stories/commands/kill-story";
import { publishStory } from "#newsroom/stories/commands/publish-story";
import { median, timed, until } from "./measures.ts";
import { signedIn } from "./program.ts";
import { lastPage } from "./stories.ts";

const rounds = 20;
const bench = system("bench");

const textOf = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers, redirect: "manual" });
  return { status: response.status, text: await response.text() };
};

/** Median milliseconds of the first, uncached answer of each kind of page, every time at an address nobody asked for before. */
export async function firstRenders(address: string, size: number): Promise<Map<string, number>> {
  const pages: Record<string, (n: number) => string> = {
    "a story": (n) => `/stories/story-${size - 1 - n}`,
    "a section's page": (n) => `/sections/section-${n % 6}?page=${2 + Math.floor(n / 6)}`,
    "a section's last pages": (n) => `/sections/section-${n % 6}?page=${lastPage("section", size) - Math.floor(n / 6)}`,
    "a tag's page": (n) => `/tags/tag-${n}`,
    "a tag's last page": (n) => `/tags/tag-${n}?page=${lastPage("tag", size)}`,
    "an author's page": (n) => `/authors/author-${n}`,
    "an author's last page": (n) => `/authors/author-${n}?page=${lastPage("author", size)}`,
    "the corrections": (n) => `/corrections?page=${2 + n}`,
    "the last corrections": (n) => `/corrections?page=${lastPage("note", size) - n}`,
    "a search for a story": (n) => `/search?q=archive+${size - 1 - n}`,
    "a search for what all stories have": (n) => `/search?q=water+archive&page=${1 + n}`,
  };
  for (const page of Object.values(pages)) await textOf(address + page(rounds)); // the renderer itself warms up
  const medians = new Map<string, number>();
  for (const [name, page] of Object.entries(pages)) {
    const times: number[] = [];
    for (let n = 0; n < rounds; n++) times.push(await timed(() => expectOk(address + page(n))));
    medians.set(name, median(times));
  }
  return medians;
}

async function expectOk(url: string, headers: Record<string, string> = {}): Promise<void> {
  const { status } = await textOf(url, headers);
  if (status !== 200) throw new Error(`${url} answered ${status}`);
}

/** Median milliseconds of the desk's list of stories for an admin. */
export async function deskList(address: string): Promise<number> {
  const cookie = await signedIn(address);
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) times.push(await timed(() => expectOk(`${address}/desk/stories`, { cookie })));
  return median(times.slice(3));
}

/**
 * Milliseconds from the commit to what a reader gets: the new text after a publish, nothing after a kill. And of the first front page
 * after a kill, which has one address only: nothing that was made before may be given then.
 */
export async function publishToGone(
  address: string,
): Promise<{ published: number[]; killed: number[]; fronts: number[] }> {
  const section = await deskDb().section.findFirstOrThrow({ select: { id: true } });
  const published: number[] = [];
  const killed: number[] = [];
  const fronts: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const storyId = newId();
    const words = `Live text ${storyId}`;
    await createStory(bench, {
      id: storyId,
      columns: { sectionId: section.id },
      text: { headline: `Bench ${storyId}`, body: body(p(b(words))) },
    });
    const page = `${address}/stories/bench-${storyId}`;
    await textOf(page); // an answer that says "not here" is kept as well
    const live = await publishStory(bench, { storyId, version: 1, seq: 0 });
    published.push(await until(async () => (await textOf(page)).text.includes(words)));
    await killStory(bench, { storyId, version: live.version, reason: "The bench is done." });
    killed.push(await until(async () => (await textOf(page)).status === 410));
    fronts.push(await timed(() => expectOk(`${address}/`)));
  }
  return { published, killed, fronts };
}
