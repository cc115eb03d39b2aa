import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Obstacle, withFiles } from "#lib/obstacle";

const Secrets = z.object({
  superuser: z.string().min(32),
  owner: z.string().min(32),
  desk: z.string().min(32),
  readers: z.string().min(32),
  auth: z.string().min(32),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets that the program made for its own database and sign-in; `undefined` before its first start. */
export function readSecrets(folder: string): Secrets | undefined {
  const file = path.join(folder, "secrets.json");
  return withFiles(file, () => {
    if (!fs.existsSync(file)) return undefined;
    const parsed = Secrets.safeParse(parseJson(fs.readFileSync(file, "utf8")));
    if (parsed.success) return parsed.data;
    throw new Obstacle(`${file} is damaged: put back a copy of it, or restore a backup into another DATA_DIR.`);
  });
}

/** Reads them, or makes them once: readable by nobody else, and on the disk before anything depends on them. */
export function keepSecrets(folder: string): Secrets {
  const kept = readSecrets(folder);
  if (kept) return kept;
  const file = path.join(folder, "secrets.json");
  if (fs.existsSync(path.join(folder, "postgres", "PG_VERSION"))) {
    throw new Obstacle(
      `${file} is missing, and the database beside it opens with it only: put back a copy of it, or restore a backup into another DATA_DIR.`,
    );
  }
  const random = () => randomBytes(36).toString("base64url");
  const secrets = { superuser: random(), owner: random(), desk: random(), readers: random(), auth: random() };
  return withFiles(file, () => {
    const draft = `${file}.new`;
    fs.rmSync(draft, { force: true });
    fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
    fs.renameSync(draft, file);
    return secrets;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
