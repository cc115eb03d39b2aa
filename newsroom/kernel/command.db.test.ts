import { describe, expect, it } from "vitest";
import { z } from "zod";
import { deskDb } from "#lib/db/desk";
import { system } from "./actor.ts";
import { command } from "./command.ts";
import type { Tx } from "./context.ts";
import { newId } from "./ids.ts";
import "../wiring.ts";

const actor = system("the test");
const hold = (tx: Tx, key: number) => tx.$queryRaw`select pg_advisory_xact_lock(${key}::bigint)::text`;

/** Two verbs that take two locks crosswise: each has its first before either asks for its second. */
function crossing() {
  let tries = 0;
  let held = 0;
  const both = Promise.withResolvers<void>();
  const verb = (name: string, first: number, second: number) =>
    command({
      name,
      input: z.object({}),
      async run({ tx, emit }) {
        tries++;
        emit({ type: "tag.created", subject: newId(), payload: { slug: name } });
        await hold(tx, first);
        if (++held === 2) both.resolve();
        await both.promise;
        await hold(tx, second);
        return { name };
      },
    });
  return { one: verb("one", 1, 2), other: verb("other", 2, 1), tries: () => tries };
}

describe("two commands that wait for each other", () => {
  it("are both carried out, each once: the one that the database stops is begun anew", async () => {
    const { one, other, tries } = crossing();
    const commandId = newId();
    expect(await Promise.all([one(actor, {}, { commandId }), other(actor, {})])).toEqual([
      { name: "one" },
      { name: "other" },
    ]);
    expect(tries()).toBe(3);
    expect(await deskDb().event.count({ where: { type: "tag.created" } })).toBe(2);
    expect(await one(actor, {}, { commandId })).toEqual({ name: "one" });
    expect(tries()).toBe(3);
  });

  it("are not begun a third time", async () => {
    let tries = 0;
    const stopped = command({
      name: "stopped",
      input: z.object({}),
      async run({ tx }) {
        tries++;
        await tx.$queryRaw`do $$ begin raise exception using errcode = '40P01', message = 'deadlock detected'; end $$`;
        return {};
      },
    });
    await expect(stopped(actor, {})).rejects.toThrow("deadlock");
    expect(tries).toBe(2);
  });
});
