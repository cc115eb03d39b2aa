import "server-only";
import { z } from "zod";
import { networkOf } from "#lib/network";
import { hashPassword } from "#lib/passwords";
import { countTry, forgetTries } from "#lib/throttle";
import { hashOf, newToken } from "#lib/tokens";
import { system } from "../../kernel/actor.ts";
import { systemNow } from "../../kernel/clock.ts";
import { command } from "../../kernel/command.ts";
import { Fault, tooMany } from "../../kernel/faults.ts";
import { Id } from "../../kernel/ids.ts";
import { parsed } from "../../kernel/parsed.ts";
import { demandGoodPassword, holdStaff, shutOut } from "../accounts.ts";
import { openLink } from "../password-links.ts";
import { SetPassword } from "../schema.ts";
import { accountKey, accountLimit, linkLimit } from "../sign-in-limits.ts";

/** The same words for a link that never was, was used, is too old or was replaced. */
const deadLink = () => new Fault("notFound", "This link does not work any more. Please ask an admin for a new one.");

/**
 * Uses up a link and sets its owner's password; every session ends. The browser becomes a known one, so the link gets its owner in
 * although strangers have used up the tries.
 */
export async function setPassword(
  input: z.input<typeof SetPassword>,
  browser: { address: string | null },
  now: Date = systemNow(),
): Promise<{ deviceToken: string }> {
  const { token, password } = parsed(SetPassword, input);
  const refused = await countTry(linkLimit, networkOf(browser.address));
  if (refused) throw tooMany(refused.retryAfterSeconds);
  const link = await openLink(token, now);
  if (!link) throw deadLink();
  demandGoodPassword(password, link);
  const passwordHash = await hashPassword(password);
  const deviceToken = newToken();
  await redeem(
    system("a password link"),
    { linkId: link.linkId, staffId: link.staffId, passwordHash, deviceHash: hashOf(deviceToken) },
    { now },
  );
  await forgetTries(accountLimit, accountKey(link.email));
  return { deviceToken };
}

const redeem = command({
  name: "staff.set_password",
  input: z.object({ linkId: Id, staffId: Id, passwordHash: z.string(), deviceHash: z.instanceof(Uint8Array) }),
  async run({ now, tx, emit }, { linkId, staffId, passwordHash, deviceHash }) {
    const person = await holdStaff(tx, staffId);
    const used = await tx.passwordLink.updateMany({
      where: { id: linkId, usedAt: null, endsAt: { gt: now } },
      data: { usedAt: now },
    });
    if (!person || person.deactivatedAt || used.count === 0) throw deadLink();
    await tx.staff.update({ where: { id: staffId }, data: { passwordHash } });
    await shutOut(tx, staffId, now);
    await tx.knownDevice.create({ data: { tokenHash: new Uint8Array(deviceHash), staffId, createdAt: now } });
    emit({ type: "staff.password_set", subject: staffId, payload: { by: "link" } });
    return {};
  },
});
