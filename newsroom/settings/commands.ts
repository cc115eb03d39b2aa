import "server-only";
import { z } from "zod";
import { command } from "../kernel/command.ts";
import { conflict, forbidden } from "../kernel/faults.ts";
import { definedOf } from "../kernel/patch.ts";
import { canChangeSettings } from "./policy.ts";
import { newsroomSettings } from "./queries.ts";
import { ChangeSettings, Language, UndoWindowSeconds, Zone } from "./schema.ts";

/** Makes the newsroom's one row at the first start; later starts change nothing. */
export const foundNewsroom = command({
  name: "settings.found",
  input: z.object({
    name: z.string().min(1).max(80),
    zone: Zone,
    language: Language,
    undoWindowSeconds: UndoWindowSeconds.default(10),
  }),
  async run({ actor, tx }, { name, zone, language, undoWindowSeconds }) {
    if (actor.kind !== "system") throw forbidden("Only the program itself founds the newsroom.");
    await tx.newsroom.createMany({
      data: [{ id: 1, name, zone, language, languages: [language], undoWindowSeconds }],
      skipDuplicates: true,
    });
    return {};
  },
});

export const changeSettings = command({
  name: "settings.change",
  input: ChangeSettings,
  async run({ actor, tx, emit }, { version, changes }) {
    if (!canChangeSettings(actor)) throw forbidden("Only admins change the newsroom's settings.");
    const current = await newsroomSettings(tx);
    const languages = changes.languages && [...new Set([current.language, ...changes.languages])];
    const { count } = await tx.newsroom.updateMany({
      where: { id: 1, version },
      data: {
        ...definedOf({ ...changes, ...(languages && { languages }) }),
        version: { increment: 1 },
        generation: { increment: 1 },
      },
    });
    if (count === 0)
      throw conflict("Someone else changed the settings at the same time.", { version: current.version });
    emit({ type: "settings.changed", subject: null, payload: { fields: Object.keys(changes) } });
    return { version: version + 1 };
  },
});
