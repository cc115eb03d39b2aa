import type { Role } from "#newsroom/kernel/actor";
import type { Answer } from "#newsroom/kernel/answer";

/** A link to hand to its person; shown once. */
export interface GivenLink {
  url: string;
  endsAt: Date;
}

interface OfPerson {
  staffId: string;
  version: number;
}

export interface PeopleActions {
  add: (input: { id: string; name: string; email: string; role: Role }) => Promise<Answer<GivenLink>>;
  changeRole: (input: OfPerson & { role: Role }) => Promise<Answer<unknown>>;
  makeLink: (input: OfPerson) => Promise<Answer<GivenLink>>;
  deactivate: (input: OfPerson) => Promise<Answer<unknown>>;
  reactivate: (input: OfPerson) => Promise<Answer<unknown>>;
}

/** What each role is for, in a sentence. The rights themselves stand in the role table. */
export const roleSentences: Record<Role, string> = {
  contributor: "Writes and hands in their own stories.",
  author: "Also publishes their own, and reads the others.",
  editor: "Everything with every story, section and tag.",
  admin: "Also people and settings.",
};
