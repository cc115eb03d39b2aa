import "server-only";
import { env } from "#lib/env";
import { staffIdOf } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import type { Tx } from "../kernel/context.ts";
import { forbidden, invalid, notFound } from "../kernel/faults.ts";
import { newsroomSettings } from "../settings/queries.ts";
import { holdAddresses, holderOf } from "../stories/publication/addresses.ts";
import { holdProjection } from "../stories/publication/projection.ts";
import { pageAt } from "./live-pages.ts";
import { placeAt, redirectEnd, redirectStart, type Understood } from "./paths.ts";
import { canManageRedirects } from "./policy.ts";
import { AddRedirect, RemoveRedirect } from "./schema.ts";

/**
 * Leads readers from a path where nothing is to a page, a story or another site. Chains are flattened when they are made:
 * what a redirect leads to never is where another starts.
 * @throws Fault invalid for what is a page, a loop, or leads nowhere
 */
export const addRedirect = command({
  name: "redirect.add",
  input: AddRedirect,
  async run({ actor, now, tx, emit }, input) {
    if (!canManageRedirects(actor)) throw forbidden("Only editors make redirects.");
    const siteUrl = env().SITE_URL;
    const from = understood("from", redirectStart(input.from, siteUrl));
    const wanted = understood("to", redirectEnd(input.to, siteUrl));
    await holdAddresses(tx);
    await holdProjection(tx);
    await demandNothingAt(tx, from);
    if (wanted === from) throw no("to", "This would lead in a circle.");
    const end = await endOf(tx, wanted);
    if (end.to === from) throw no("to", "This would lead in a circle.");
    await tx.redirect.create({ data: { id: input.id, from, ...end, createdById: staffIdOf(actor), createdAt: now } });
    await tx.redirect.updateMany({ where: { to: from }, data: end });
    emit({ type: "redirect.added", subject: input.id, payload: { from, to: end.to, toStoryId: end.toStoryId } });
    return { id: input.id, from };
  },
});

export const removeRedirect = command({
  name: "redirect.remove",
  input: RemoveRedirect,
  async run({ actor, tx, emit }, { redirectId }) {
    if (!canManageRedirects(actor)) throw forbidden("Only editors remove redirects.");
    await holdAddresses(tx);
    const redirect = await tx.redirect.findUnique({
      where: { id: redirectId },
      select: { from: true, to: true, toStoryId: true },
    });
    if (!redirect) throw notFound("redirect");
    await tx.redirect.delete({ where: { id: redirectId } });
    emit({ type: "redirect.removed", subject: redirectId, payload: redirect });
    return {};
  },
});

const no = (path: "from" | "to", message: string) => invalid([{ path, message }]);

function understood<Value>(path: "from" | "to", what: Understood<Value>): Value {
  if (!what.ok) throw no(path, what.problem);
  return what.value;
}

async function demandNothingAt(tx: Tx, from: string): Promise<void> {
  if (await tx.redirect.findUnique({ where: { from }, select: { id: true } }))
    throw no("from", "There is a redirect from this address already.");
  if (await storyAt(tx, from)) throw no("from", "This address belongs to a story. Change it there.");
  if (await pageAt(tx, from)) throw no("from", "There is a page at this address.");
}

interface End {
  to: string | null;
  toStoryId: string | null;
  openFrom: Date | null;
}

const endFields = { to: true, toStoryId: true, openFrom: true } as const;

/** Where somebody ends who is sent to `wanted`: at a story wherever that stands, or at a path or address. */
async function endOf(tx: Tx, wanted: string): Promise<End> {
  if (!wanted.startsWith("/")) return { to: wanted, toStoryId: null, openFrom: null };
  const next = await tx.redirect.findUnique({ where: { from: wanted }, select: endFields });
  if (next) return next;
  const storyId = await storyAt(tx, wanted);
  if (storyId) {
    const live = await tx.liveStory.findUnique({
      where: { id: storyId },
      select: { publishedAt: true, embargoUntil: true },
    });
    if (!live) throw no("to", "The story at this address is not live.");
    return { to: null, toStoryId: storyId, openFrom: live.embargoUntil ?? live.publishedAt };
  }
  if (!(await pageAt(tx, wanted))) throw no("to", "There is no page at this address.");
  return { to: wanted, toStoryId: null, openFrom: null };
}

/** The story that has this address or had it. */
async function storyAt(tx: Tx, path: string): Promise<string | null> {
  const place = placeAt(path);
  if (place.kind !== "story") return null;
  const { language } = await newsroomSettings(tx);
  return place.language === language ? null : holderOf(tx, { language: place.language ?? language, slug: place.slug });
}
