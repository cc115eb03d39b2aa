import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { env } from "#lib/env";
import { noteJobs, type RecurringJob, runDueJobs } from "./recurring.ts";

const process = () => new PrismaClient({ adapter: new PrismaPg({ connectionString: env().DATABASE_URL }) });
const [one, another] = [process(), process()];
afterAll(() => Promise.all([one.$disconnect(), another.$disconnect()]));

const noon = new Date("2026-03-01T12:00:00Z");
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const run = (db: PrismaClient, jobs: RecurringJob[], at = noon) => runDueJobs(db, jobs, () => at);
const dueAt = async (name: string) => (await one.job.findUniqueOrThrow({ where: { name } })).dueAt;

const leaseOf = async (name: string) => (await one.job.findUniqueOrThrow({ where: { name } })).leasedUntil;

let runs: string[];
const job = (name: string, everySeconds = 60): RecurringJob => ({
  name,
  everySeconds,
  run: async () => void runs.push(name),
});

beforeEach(async () => {
  runs = [];
  await one.job.deleteMany();
});

describe("a recurring job", () => {
  it("runs at once when it is new, and then by its rhythm", async () => {
    const rates = job("rates");
    await noteJobs(one, [rates], noon);
    expect(await run(one, [rates])).toEqual(["rates"]);
    expect(await run(one, [rates], later(59))).toEqual([]);
    expect(await run(one, [rates], later(60))).toEqual(["rates"]);
  });

  it("keeps its next time when the program starts again, unless its rhythm changed", async () => {
    await noteJobs(one, [job("rates", 60)], noon);
    await run(one, [job("rates", 60)]);
    await noteJobs(one, [job("rates", 60)], later(10));
    expect(await dueAt("rates")).toEqual(later(60));
    await noteJobs(one, [job("rates", 30)], later(10));
    expect(await dueAt("rates")).toEqual(later(10));
  });

  it("that is stopped is due again at once, has not failed, and no other begins after it", async () => {
    const stopping = new AbortController();
    const stopped: RecurringJob = {
      name: "stopped",
      everySeconds: 60,
      async run(_now, signal) {
        stopping.abort();
        signal?.throwIfAborted();
      },
    };
    const jobs = [stopped, job("next")];
    await noteJobs(one, jobs, noon);
    await expect(runDueJobs(one, jobs, () => noon, stopping.signal)).rejects.toThrow("abort");
    expect(await runDueJobs(one, jobs, () => noon, stopping.signal)).toEqual([]);
    expect(await one.job.findUniqueOrThrow({ where: { name: "stopped" } })).toMatchObject({ dueAt: noon, failures: 0 });
    expect(runs).toEqual([]);
  });

  it("runs once however many processes look", async () => {
    let finish = () => {};
    const slow: RecurringJob = {
      name: "slow",
      everySeconds: 60,
      run: async () => {
        runs.push("slow");
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    };
    await noteJobs(one, [slow], noon);
    const first = run(one, [slow]);
    await expect.poll(() => runs).toEqual(["slow"]);
    expect(await run(another, [slow])).toEqual([]); // while it runs elsewhere
    finish();
    expect(await first).toEqual(["slow"]);
    expect(await run(another, [slow])).toEqual([]);
  });

  it("is free again when the process that ran it dies", async () => {
    const dying = process();
    const stuck: RecurringJob = {
      ...job("stuck"),
      run: async () => {
        runs.push("stuck");
        await new Promise(() => {});
      },
    };
    await noteJobs(one, [stuck], noon);
    run(dying, [stuck]).catch(() => {});
    await expect.poll(() => runs).toEqual(["stuck"]);
    expect(await run(another, [job("stuck")])).toEqual([]);
    await one.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE usename = current_user AND datname = current_database() AND state = 'idle in transaction'`;
    await expect.poll(() => run(another, [job("stuck")])).toEqual(["stuck"]);
  });

  it("that waits for others outside is claimed for a while, and no transaction is open meanwhile", async () => {
    const outside = { ...job("mail"), leaseSeconds: 240 };
    await noteJobs(one, [outside], noon);
    let finish = () => {};
    const slow = { ...outside, run: () => new Promise<void>((resolve) => (finish = resolve)) };
    const first = run(one, [slow]);
    await expect.poll(async () => (await leaseOf("mail"))?.toISOString()).toBe(later(240).toISOString());
    const [open] = await another.$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`;
    expect(open?.count).toBe(0n);
    expect(await run(another, [outside], later(239))).toEqual([]);
    finish();
    expect(await first).toEqual(["mail"]);
    expect([await leaseOf("mail"), await dueAt("mail")]).toEqual([null, later(60)]);
  });

  it("that was claimed by a process which died is another's once that time is over, and what the dead one notes is nothing", async () => {
    const outside = { ...job("mail"), leaseSeconds: 240 };
    await noteJobs(one, [outside], noon);
    let finish = () => {};
    const stuck = { ...outside, run: () => new Promise<void>((resolve) => (finish = resolve)) };
    const first = run(one, [stuck]);
    await expect.poll(() => leaseOf("mail")).not.toBeNull();
    let finishSecond = () => {};
    const again = { ...outside, run: () => new Promise<void>((resolve) => (finishSecond = resolve)) };
    const second = run(another, [again], later(240));
    await expect.poll(() => leaseOf("mail")).toEqual(later(480));
    finish();
    await first;
    expect(await leaseOf("mail")).toEqual(later(480));
    finishSecond();
    expect(await second).toEqual(["mail"]);
    expect(await dueAt("mail")).toEqual(later(300));
  });

  it("that fails keeps its error, is tried again later each time, and holds nobody up", async () => {
    const broken: RecurringJob = {
      name: "broken",
      everySeconds: 3600,
      run: async () => {
        throw new Error("no route to the bank");
      },
    };
    await noteJobs(one, [broken, job("rates")], noon);
    expect(await run(one, [broken, job("rates")])).toEqual(["broken", "rates"]);
    expect(runs).toEqual(["rates"]);
    expect(await one.job.findUnique({ where: { name: "broken" } })).toMatchObject({
      lastError: "no route to the bank",
      failures: 1,
      dueAt: later(5),
    });
    await run(one, [broken], later(5));
    expect(await dueAt("broken")).toEqual(later(15));
    await run(one, [{ ...broken, run: async () => {} }], later(15));
    expect(await one.job.findUnique({ where: { name: "broken" } })).toMatchObject({
      lastError: null,
      failures: 0,
      dueAt: later(3615),
    });
  });
});
