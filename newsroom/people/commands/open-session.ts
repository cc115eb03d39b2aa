import "server-only";
import { z } from "zod";
import { staffIdOf } from "../../kernel/actor.ts";
import { command } from "../../kernel/command.ts";
import { Fault } from "../../kernel/faults.ts";
import { Id } from "../../kernel/ids.ts";
import { holdStaff } from "../accounts.ts";
import { absoluteLimit, after } from "../sessions.ts";

const Hash = z.instanceof(Uint8Array).transform((bytes) => new Uint8Array(bytes));

/** The same answer for an unknown address, a wrong password and a person who is out. */
export const wrongPair = () => new Fault("unauthenticated", "This e-mail address and password do not fit together.");

/** After the password has been checked: a new session, the former one of this browser ended, the browser known. */
export const openSession = command({
  name: "staff.sign_in",
  input: z.object({
    sessionId: Id,
    /** The one that was checked. */
    passwordHash: z.string(),
    device: z.string(),
    tokenHash: Hash,
    deviceHash: Hash,
    formerHash: Hash.nullable(),
  }),
  async run({ actor, now, tx, emit }, { sessionId, passwordHash, device, tokenHash, deviceHash, formerHash }) {
    const staffId = staffIdOf(actor);
    const person = staffId && (await holdStaff(tx, staffId));
    // Deactivated, or given another password, while this one was being checked.
    if (!person || person.deactivatedAt || person.passwordHash !== passwordHash) throw wrongPair();
    if (formerHash) {
      await tx.staffSession.updateMany({ where: { tokenHash: formerHash, endedAt: null }, data: { endedAt: now } });
    }
    await tx.staffSession.create({
      data: {
        id: sessionId,
        tokenHash,
        staffId,
        device,
        createdAt: now,
        lastSeenAt: now,
        endsAt: after(absoluteLimit, now),
      },
    });
    await tx.knownDevice.upsert({
      where: { tokenHash: deviceHash },
      create: { tokenHash: deviceHash, staffId, createdAt: now },
      update: { createdAt: now },
    });
    emit({ type: "staff.signed_in", subject: staffId, payload: { sessionId } });
    return {};
  },
});

export const noteFailedSignIn = command({
  name: "staff.note_failed_sign_in",
  input: z.object({ staffId: Id.nullable() }),
  async run({ emit }, { staffId }) {
    emit({ type: "staff.sign_in_failed", subject: staffId });
    return {};
  },
});
