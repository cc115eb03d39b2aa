import { z } from "zod";
import { passwordProblem } from "#lib/password-rules";
import { type Role, roles } from "../kernel/actor.ts";
import { Id } from "../kernel/ids.ts";
import { Slug } from "../kernel/slug.ts";
import { line, lines } from "../kernel/text.ts";
import { Email } from "./email.ts";

const Name = line(120).refine((name) => name !== "", "Please give a name.");

/** Checked again, with the owner's name and address, where those are known. */
const NewPassword = z.string().superRefine((password, context) => {
  const problem = passwordProblem(password);
  if (problem) context.addIssue({ code: "custom", message: problem });
});

export const AddStaff = z.object({
  id: Id,
  email: Email,
  name: Name,
  role: z.enum(roles),
  /** The operator's command line may set one at once; people at the desk get a link. */
  password: NewPassword.optional(),
});

export const MakeFirstAdmin = z.object({ email: Email, name: Name.default("Admin"), password: NewPassword });

/** Whether the password will do is asked once its owner is known. */
export const SetPassword = z.object({ token: z.string().max(100), password: z.string() });

export const ResetPassword = z.object({ email: Email, password: NewPassword });

export const ChangeOwnPassword = z.object({ current: z.string().max(1_000), password: z.string() });

/** A person at a version: what a screen showed when somebody decided. */
export const OfStaff = z.object({ staffId: Id, version: z.int() });

export const ChangeRole = OfStaff.extend({ role: z.enum(roles) });

/** Any text: what is no address belongs to nobody, and is answered as such. */
export const SignIn = z.object({ email: z.string().max(1_000), password: z.string().max(1_000) });

export const EndSession = z.object({ sessionId: Id });

const Bio = lines(2_000).transform((bio) => bio || null);

export const CreateProfile = z.object({
  id: Id,
  name: Name,
  slug: Slug.optional(),
  bio: Bio.optional(),
  staffId: Id.nullable().optional(),
});

export const ChangeProfile = z.object({
  profileId: Id,
  version: z.int(),
  changes: z.object({
    name: Name.optional(),
    slug: Slug.optional(),
    bio: Bio.optional(),
    staffId: Id.nullable().optional(),
  }),
});

export const RemoveProfile = z.object({ profileId: Id, version: z.int() });

/** What the desk's list says of a person: in, asked in but without a password yet, or out. */
export type StaffState = "active" | "invited" | "deactivated";

export interface StaffRow {
  id: string;
  name: string;
  email: string;
  role: Role;
  state: StaffState;
  createdAt: Date;
  lastSeenAt: Date | null;
  deactivatedAt: Date | null;
  /** Until when an open link to set a password works. */
  linkEndsAt: Date | null;
  version: number;
}

/** A profile as bylines choose it. */
export interface ProfileChoice {
  id: string;
  slug: string;
  name: string;
  staffId: string | null;
}

/** A profile as the desk's list shows it. */
export interface ProfileRow extends ProfileChoice {
  bio: string | null;
  /** Who signs in as this person. */
  staffName: string | null;
  /** Stories at the desk with them in the byline, and stories under their name that readers can see. */
  stories: number;
  live: number;
  version: number;
}

export interface OwnSession {
  id: string;
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  isThisOne: boolean;
}
