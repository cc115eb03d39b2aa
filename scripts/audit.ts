// Does the registry know of holes in what the program is made of? A machine without a registry can still check everything else.
import { execFile } from "node:child_process";

export type Audit = { known: true; holes: string[] } | { known: false; why: string };

const patience = 20_000;

/** Asks npm about the lockfile's packages, those for development left out. */
export const audit = (): Promise<Audit> =>
  new Promise((resolve) => {
    const args = ["audit", "--omit=dev", "--json", "--fetch-retries=0", `--fetch-timeout=${patience - 5_000}`];
    // It ends with a status for holes and for trouble alike: what it prints says which.
    execFile("npm", args, { timeout: patience, maxBuffer: 64 * 1024 * 1024 }, (_error, printed) =>
      resolve(auditOf(printed)),
    );
  });

/** What the answer of `npm audit --json` says: the packages with a hole that is high or critical, or why it cannot be known. */
export function auditOf(printed: string): Audit {
  const answer = jsonOf(printed);
  const { vulnerabilities } = answer;
  if (isRecord(vulnerabilities))
    return {
      known: true,
      holes: Object.values(vulnerabilities)
        .filter(isRecord)
        .filter(({ severity }) => severity === "high" || severity === "critical")
        .map(({ name, severity, range }) => `${name} ${range} (${severity})`),
    };
  const { error } = answer;
  const said = [...(isRecord(error) ? [error.summary, error.code] : []), answer.message];
  const why = said.find((words) => typeof words === "string" && words !== "");
  return { known: false, why: typeof why === "string" ? why.replaceAll("\n", " ") : "it did not answer in time" };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function jsonOf(printed: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(printed);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
