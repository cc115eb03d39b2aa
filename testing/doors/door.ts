import { deskDb } from "#lib/db/desk";
import { type Role, roles } from "#newsroom/kernel/actor";
import type { Action } from "#newsroom/people/roles";
import { aStaff } from "#newsroom/people/testing";
import { anAssignment, aStory } from "#newsroom/stories/testing";

/** On what a door hangs: a right of the role table, being signed in, or nothing. */
export type Right = Action | "signed in" | "public";
export type Outcome = "allowed" | "unauthenticated" | "forbidden" | "notFound";
export type Caller = Role | "nobody" | "somebody who signed out";
export type Person = Awaited<ReturnType<typeof aStaff>>;
export type StoryKind = (typeof storyKinds)[number];

export interface Door {
  work: unknown;
  right: Right;
  aboutStory: boolean;
  /** What one hears who has not the right; 404 where even the thing's being there is none of their business. */
  refused: Outcome;
  call(person: Person, kind: StoryKind): Promise<() => unknown>;
}

export const callers: Caller[] = [...roles, "nobody", "somebody who signed out"];
export const storyKinds = [
  ...(["one's own", "one's own confidential", "another's", "another's confidential"] as const),
  ...(["given to one, closed to others", "to file for, closed to others"] as const),
  ...(["confided to one", "closed to one"] as const),
] as const;
export const isRole = (caller: Caller): caller is Role => roles.some((role) => role === caller);

type Made<Value> = Value | Promise<Value>;

/** `args` makes a call in which nothing but the right can be missing. */
export const door = <Args extends unknown[] | []>(
  work: (...args: Args) => unknown,
  right: Right,
  args: (person: Person) => Made<NoInfer<Args>>,
  refused: Outcome = "forbidden",
): Door => ({
  work,
  right,
  aboutStory: false,
  refused,
  call: async (person) => {
    const made = await args(person);
    return () => work(...made);
  },
});

export type AStory = Awaited<ReturnType<typeof aStory>>;

export const storyDoor = <Args extends unknown[] | []>(
  work: (...args: Args) => unknown,
  right: Action,
  args: (story: AStory, person: Person) => Made<NoInfer<Args>>,
): Door => ({
  work,
  right,
  aboutStory: true,
  refused: "forbidden",
  call: async (person, kind) => {
    const by = kind.startsWith("one's own") ? person.actor : (await aStaff()).actor;
    const story = await aStory({ by, confidential: kind.endsWith("confidential") });
    const made = await args(story, person);
    // Afterwards: what a call needs to be about may have been made by anybody.
    await arrange(story.storyId, kind, person);
    return () => work(...made);
  },
});

/** Past the verbs, which would count up the version that the call is made with. */
async function arrange(storyId: string, kind: StoryKind, { id: staffId }: Person): Promise<void> {
  const isGiven = kind === "given to one, closed to others";
  const isToFile = kind === "to file for, closed to others";
  if (!isGiven && !isToFile && kind !== "confided to one" && kind !== "closed to one") return;
  const named = kind === "confided to one" ? staffId : (await aStaff({ role: "editor" })).id;
  await deskDb().story.update({
    where: { id: storyId },
    data: { confidential: true, circle: { create: { staffId: named } }, ...(isGiven && { assigneeId: staffId }) },
  });
  if (isToFile) await anAssignment({ storyId, staffId });
}
