import { Obstacle } from "#lib/obstacle";
import { roles, system } from "#newsroom/kernel/actor";
import { newId } from "#newsroom/kernel/ids";
import { addStaff } from "#newsroom/people/commands/add-staff";
import { resetPassword } from "#newsroom/people/commands/reset-password";
import type { Command } from "./command.ts";
import { readPassword, required } from "./input.ts";

const operator = system("command line");

export const staffCommands: Record<string, Command> = {
  "staff:add": {
    usage: "staff:add --email ADDRESS --name NAME --role contributor|author|editor|admin  < password",
    options: { email: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
    needsCurrentTables: true,
    async run({ values, now, say }) {
      const [email, name, role] = [required(values, "email"), required(values, "name"), required(values, "role")];
      const known = roles.find((one) => one === role);
      if (!known) throw new Obstacle(`--role must be one of ${roles.join(", ")}.`);
      await addStaff(operator, { id: newId(), email, name, role: known, password: await readPassword() }, { now });
      say(`${name} (${email}) is in as ${role}.`);
    },
  },
  "staff:reset-password": {
    usage: "staff:reset-password --email ADDRESS  < password",
    options: { email: { type: "string" } },
    needsCurrentTables: true,
    async run({ values, now, say }) {
      const email = required(values, "email");
      const { isDeactivated } = await resetPassword(operator, { email, password: await readPassword() }, { now });
      say(`${email} has a new password; all sessions are ended.`);
      if (isDeactivated) say("This person is deactivated and cannot sign in until an admin changes that.");
    },
  },
};
