import "server-only";
import { z } from "zod";
import { staffIdOf } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import type { Tx } from "../kernel/context.ts";
import { conflict, forbidden, notFound } from "../kernel/faults.ts";
import { Id } from "../kernel/ids.ts";
import { canManageSections } from "./policy.ts";
import { SpikeSection, UnspikeSection } from "./schema.ts";

/** Takes an empty section off the menu. One in which stories stand is refused: where they go is for a person to say. */
export const spikeSection = command({
  name: "section.spike",
  input: SpikeSection,
  async run({ actor, now, tx, emit }, { sectionId, version, reason }) {
    if (!canManageSections(actor)) throw forbidden("Only editors spike sections.");
    const section = await sectionInHand(tx, sectionId);
    if (section.spikedAt) throw notFound("section");
    demandSection(section, version);
    const inUse = await reasonInUse(tx, section);
    if (inUse) throw conflict(inUse);
    await tx.section.update({
      where: { id: sectionId },
      data: { spikedAt: now, spikedBecause: reason, spikedById: staffIdOf(actor), version: { increment: 1 } },
    });
    emit({ type: "section.spiked", subject: sectionId, payload: { slug: section.slug } });
    return { version: version + 1 };
  },
});

/** Puts a section back on the menu, where it stood. */
export const unspikeSection = command({
  name: "section.unspike",
  input: UnspikeSection,
  async run({ actor, tx, emit }, { sectionId, version }) {
    if (!canManageSections(actor)) throw forbidden("Only editors restore sections.");
    const section = await sectionInHand(tx, sectionId);
    if (!section.spikedAt) throw notFound("section in the trash");
    demandSection(section, version);
    await tx.section.update({
      where: { id: sectionId },
      data: { spikedAt: null, spikedBecause: null, spikedById: null, version: { increment: 1 } },
    });
    emit({ type: "section.unspiked", subject: sectionId, payload: { slug: section.slug } });
    return { version: version + 1 };
  },
});

/** What has lain in the trash since before `before`. Answers false if it was restored meanwhile. */
export const removeSection = command({
  name: "section.remove",
  input: z.object({ sectionId: Id, before: z.date() }),
  async run({ actor, tx, emit }, { sectionId, before }) {
    if (actor.kind !== "system") throw forbidden("Time alone removes a section for good.");
    const section = await sectionInHand(tx, sectionId);
    if (!section.spikedAt || section.spikedAt > before) return { removed: false };
    await tx.section.delete({ where: { id: sectionId } });
    emit({ type: "section.removed", subject: sectionId, payload: { slug: section.slug } });
    return { removed: true };
  },
});

/** Stories at the desk, what readers see there, and what a plan is going to publish there; not what lies in the trash. */
async function reasonInUse(tx: Tx, { id, slug, name }: { id: string; slug: string; name: string }) {
  const stories = await tx.story.count({ where: { sectionId: id, spikedAt: null } });
  if (stories > 0)
    return `${stories === 1 ? "One story stands" : `${stories} stories stand`} in “${name}”. Please move them to another section first: the list of stories does it for all at once.`;
  // Plans before readers: what a plan publishes between the two looks is found by the second.
  const [{ planned = 0 } = {}] = await tx.$queryRaw<{ planned: number }[]>`
    select count(*)::int as "planned" from "Plan" plan join "Revision" r on r."id" = plan."revisionId"
    where plan."doneAt" is null and plan."cancelledAt" is null and plan."failedAt" is null and r."columns" ->> 'sectionId' = ${id}`;
  if (planned > 0) return `A plan is going to publish in “${name}”. Please cancel it or plan anew first.`;
  const [{ readers = 0 } = {}] = await tx.$queryRaw<{ readers: number }[]>`
    select count(*)::int as "readers" from "LiveStory" live
    where live."sectionSlug" = ${slug} or (live."embargoUntil" is not null and exists (
      select from "Revision" r where r."id" = live."revisionId" and r."columns" ->> 'sectionId' = ${id}))`;
  if (readers === 0) return null;
  return `Readers still find ${readers === 1 ? "one live story" : `${readers} live stories`} in “${name}”. Please publish what was moved first.`;
}

async function sectionInHand(tx: Tx, id: string) {
  await tx.$queryRaw`select from "Section" where "id" = ${id}::uuid for update`;
  const section = await tx.section.findUnique({ where: { id } });
  if (!section) throw notFound("section");
  return section;
}

function demandSection(section: { version: number }, version: number): void {
  if (section.version !== version) throw conflict("Someone else changed this section.", { version: section.version });
}
