import "server-only";
import { command } from "../kernel/command.ts";
import { conflict, forbidden, invalid, notFound } from "../kernel/faults.ts";
import { slugOf } from "../kernel/slug.ts";
import { canManageSections } from "./policy.ts";
import { CreateSection, RenameSection } from "./schema.ts";

/** @throws Fault invalid if the slug is taken: a section's address is chosen, not numbered. */
export const createSection = command({
  name: "section.create",
  input: CreateSection,
  async run({ actor, now, tx, emit }, { id, name, slug: chosen, position }) {
    if (!canManageSections(actor)) throw forbidden("Only editors make sections.");
    const slug = chosen ?? slugOf(name);
    if (!slug) throw invalid([{ path: "name", message: "This name gives no address. Please choose one." }]);
    const there = await tx.section.findUnique({ where: { slug } });
    if (there)
      throw invalid([
        {
          path: "slug",
          message: there.spikedAt
            ? `The section “${there.name}” at this address lies in the trash. Please restore it there.`
            : `There is a section at “${slug}” already.`,
        },
      ]);
    const place = position ?? (await tx.section.count());
    await tx.section.create({ data: { id, slug, name, position: place, createdAt: now } });
    emit({ type: "section.created", subject: id, payload: { slug } });
    return { id, slug };
  },
});

export const renameSection = command({
  name: "section.rename",
  input: RenameSection,
  async run({ actor, tx, emit }, { sectionId, version, name }) {
    if (!canManageSections(actor)) throw forbidden("Only editors rename sections.");
    const section = await tx.section.findUnique({ where: { id: sectionId } });
    if (!section || section.spikedAt) throw notFound("section");
    if (section.version !== version) throw conflict("Someone else changed this section.", { version: section.version });
    await tx.section.update({ where: { id: sectionId }, data: { name, version: { increment: 1 } } });
    emit({ type: "section.renamed", subject: sectionId, payload: { slug: section.slug } });
    return { version: version + 1 };
  },
});
