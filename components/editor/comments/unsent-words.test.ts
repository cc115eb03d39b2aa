import { expect, it } from "vitest";
import type { Thread } from "#newsroom/stories/comments/comments";
import { editPlace, replyPlace, withUnsentPlaces } from "./unsent-words.ts";

const thread = (id: string, ...comments: string[]): Thread => ({
  id,
  version: 1,
  quote: "",
  isAnchored: false,
  resolved: null,
  callsMe: false,
  comments: comments.map((id) => ({
    id,
    version: 1,
    by: null,
    guest: null,
    text: id,
    at: new Date(Number(id)),
    editedAt: null,
    isRemoved: false,
    mentions: [],
    can: { edit: true, remove: true },
  })),
});
const listed = (threads: Thread[]) =>
  threads.map(({ id, comments }) => [id, ...comments.map(({ id }) => id)].join(" "));

const before = [thread("a", "1", "2", "3"), thread("b", "4")];
it.each<[string, Thread[], string[], string[]]>([
  ["nothing was written here: what is gone is gone", [thread("a", "1", "3")], [], ["a 1 3"]],
  ["a comment was being edited", [thread("a", "1", "3")], [editPlace("s", "a", "2")], ["a 1 2 3"]],
  ["an answer was being written", [thread("a", "1", "3")], [replyPlace("s", "b")], ["a 1 3", "b 4"]],
  ["the only comment was being edited", [], [editPlace("s", "b", "4")], ["b 4"]],
  ["what stays is shown as it is now", [thread("a", "1", "2", "3", "5")], [editPlace("s", "a", "2")], ["a 1 2 3 5"]],
  ["another story's words are no reason", [], [editPlace("t", "b", "4"), replyPlace("t", "b")], []],
])("%s", (_name, now, places, shown) => {
  expect(listed(withUnsentPlaces("s", before, now, (place) => places.includes(place)))).toEqual(shown);
});
