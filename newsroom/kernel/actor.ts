export const roles = ["contributor", "author", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

export interface StaffActor {
  kind: "staff";
  id: string;
  name: string;
  role: Role;
  sessionId: string;
}

/** The program itself: jobs, the first start, the command line. */
export interface SystemActor {
  kind: "system";
  name: string;
}

/** Somebody outside, let in by a link that was shared with them: a source, a lawyer. Has no role and no right but the link's. */
interface GuestActor {
  kind: "guest";
  /** Of the link. */
  id: string;
  /** Whom it was shared with. */
  name: string;
}

export type Actor = StaffActor | SystemActor | GuestActor;

export const system = (name: string): SystemActor => ({ kind: "system", name });

/** The person behind the actor, or null for the program itself. */
export const staffIdOf = (actor: Actor): string | null => (actor.kind === "staff" ? actor.id : null);
