import "server-only";
import { deskDb } from "#lib/db/desk";

/** Says every so many milliseconds that it is there. */
export const seenEveryMs = 5_000;

/** Notes that a process serves readers' pages now; by the database's clock, which is that of all. `isNew`: it has just started. */
export async function noteInstance(name: string, isNew: boolean): Promise<void> {
  await deskDb().$executeRaw`
    insert into "Instance" ("name", "startedAt", "seenAt") values (${name}, now(), now())
    on conflict ("name") do update
    set "seenAt" = now(), "startedAt" = case when ${isNew} then now() else "Instance"."startedAt" end`;
  if (isNew) await deskDb().$executeRaw`delete from "Instance" where "seenAt" < now() - interval '1 day'`;
}

export async function forgetInstance(name: string): Promise<void> {
  await deskDb().instance.deleteMany({ where: { name } });
}

/** Those that were there a moment ago, by name; `forSeconds`: and that long before. */
export async function instancesNow(forSeconds = 0): Promise<string[]> {
  const rows = await deskDb().$queryRaw<{ name: string }[]>`
    select "name" from "Instance"
    where "seenAt" > now() - interval '15 seconds' and "startedAt" <= now() - make_interval(secs => ${forSeconds})
    order by "name"`;
  return rows.map(({ name }) => name);
}
