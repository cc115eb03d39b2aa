import fs from "node:fs";
import path from "node:path";
import { createBackup } from "#lib/backup/create";
import type { Manifest } from "#lib/backup/manifest";
import { restoreBackup } from "#lib/backup/restore";
import { finishRestore } from "#lib/backup/swap";
import { MIGRATIONS } from "#server/database";
import type { Command } from "./command.ts";
import { pathFrom, required } from "./input.ts";
import { type SetAside, settleRestored } from "./restored.ts";

/** A session, link or known browser that ended after the backup must not come back to life. */
const LEFT_OUT = ["KnownDevice", "PasswordLink", "StaffSession", "Throttle"];

export const backupCommands: Record<string, Command> = {
  "backup:create": {
    usage: "backup:create [--to FILE.tar]",
    options: { to: { type: "string" } },
    needsCurrentTables: false,
    async run({ values, database, folder, now, say }) {
      const standard = path.join(folder, "backups", `chapar-${now.toISOString().replace(/[:.]/g, "-")}.tar`);
      const to = typeof values.to === "string" ? pathFrom(values.to) : standard;
      const ownerAddress = database.logins.owner;
      await finishRestore({ ownerAddress, folder });
      const manifest = await createBackup({ ownerAddress, folder, to, leaveOut: LEFT_OUT, now });
      say(`${to}: ${summary(manifest)}, ${megabytes(fs.statSync(to).size)}, written and read back.`);
    },
  },
  "backup:restore": {
    usage: "backup:restore --from FILE.tar [--replace] [--carry-out-due]",
    options: { from: { type: "string" }, replace: { type: "boolean" }, "carry-out-due": { type: "boolean" } },
    needsCurrentTables: false,
    founds: true,
    alone: true,
    async run({ values, database, folder, now, say }) {
      const from = pathFrom(required(values, "from"));
      const ownerAddress = database.logins.owner;
      const replace = values.replace === true;
      let setAside: SetAside[] = [];
      const manifest = await restoreBackup({
        ...{ ownerAddress, folder, from, migrations: MIGRATIONS, replace, leaveOut: LEFT_OUT },
        async amend(client) {
          setAside = await settleRestored(client, { now, carryOutDue: values["carry-out-due"] === true });
        },
      });
      say(`Restored from ${from}: ${summary(manifest)}, as of ${manifest.madeAt}. Everybody signs in anew.`);
      if (setAside.length > 0) say("These were due meanwhile and wait for an editor at the first page of the desk:");
      for (const { headline, verb, at } of setAside) say(`  ${at.toISOString()}  ${verb}  ${headline}`);
    },
  },
};

function summary({ tables, entries }: Manifest): string {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  const files = entries.filter(({ name }) => name.startsWith("files/")).length;
  return `${rows} rows in ${Object.keys(tables).length} tables, ${files} files`;
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
