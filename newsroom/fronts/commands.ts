import "server-only";
import { staffIdOf } from "../kernel/actor.ts";
import { command } from "../kernel/command.ts";
import type { Tx } from "../kernel/context.ts";
import { conflict, forbidden, type Issue, invalid } from "../kernel/faults.ts";
import { holdProjection } from "../stories/publication/projection.ts";
import { standingTags } from "../tags/standing-tags.ts";
import { home } from "./places.ts";
import { canArrangeFronts } from "./policy.ts";
import { showFronts } from "./projection.ts";
import { ArrangeFront, automatic, type Slot } from "./schema.ts";

/** Says for every place of the front at once what stands there. Readers see it from then on. */
export const arrangeFront = command({
  name: "front.arrange",
  input: ArrangeFront,
  async run({ actor, now, tx, emit }, { version, slots }) {
    if (!canArrangeFronts(actor)) throw forbidden("Only editors arrange the front.");
    // What is live now stays so until this is done.
    await holdProjection(tx);
    const front = await tx.front.findUniqueOrThrow({ where: { key: home }, include: { slots: true } });
    if (front.version !== version)
      throw conflict("The front has changed meanwhile: this is how it stands now. Your change was not made.", {
        version: front.version,
      });
    const issues = [...(await notLive(tx, slots)), ...(await notThere(tx, slots))];
    if (issues.length > 0) throw invalid(issues);

    const before = slots.map((_, at) => front.slots.find(({ position }) => position === at) ?? automatic);
    const changed = slots.flatMap((slot, at) => (isSame(slot, before[at]) ? [] : [at]));
    if (changed.length === 0) return { version };
    const arranged = slots.flatMap((slot, position) =>
      isSame(slot, automatic) ? [] : [{ front: home, position, ...slot }],
    );
    await tx.slot.deleteMany({ where: { front: home } });
    await tx.slot.createMany({ data: arranged });
    await tx.front.update({
      where: { key: home },
      data: { version: { increment: 1 }, arrangedAt: now, arrangedById: staffIdOf(actor) },
    });
    await showFronts(tx);

    for (const [position, was] of before.entries())
      if (was.storyId && !slots.some(({ storyId }) => storyId === was.storyId))
        emit({ type: "slot.emptied", subject: was.storyId, payload: { front: home, position } });
    for (const position of changed) {
      const storyId = slots[position]?.storyId;
      if (storyId && storyId !== before[position]?.storyId)
        emit({ type: "slot.filled", subject: storyId, payload: { front: home, position } });
    }
    emit({ type: "front.arranged", subject: null, payload: { front: home, places: changed.map(String) } });
    return { version: version + 1 };
  },
});

const isSame = (one: Slot, other: Slot | undefined): boolean =>
  one.storyId === other?.storyId && one.sectionId === other.sectionId && one.tagId === other.tagId;

async function notLive(tx: Tx, slots: Slot[]): Promise<Issue[]> {
  const ids = slots.flatMap(({ storyId }) => storyId ?? []);
  const live = await tx.liveStory.findMany({
    where: { id: { in: ids }, embargoUntil: null },
    select: { id: true },
  });
  const message = "Readers cannot see this story now, so it cannot stand on the front.";
  return slots.flatMap(({ storyId }, at) =>
    storyId && !live.some(({ id }) => id === storyId) ? [{ path: `slots.${at}.storyId`, message }] : [],
  );
}

async function notThere(tx: Tx, slots: Slot[]): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const [at, { sectionId, tagId }] of slots.entries()) {
    if (sectionId && (await tx.section.count({ where: { id: sectionId, spikedAt: null } })) === 0)
      issues.push({ path: `slots.${at}.sectionId`, message: "This section is not there any more." });
    if (tagId && (await standingTags(tx, [tagId])).length === 0)
      issues.push({ path: `slots.${at}.tagId`, message: "This tag is not there any more." });
  }
  return issues;
}
