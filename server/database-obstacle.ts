import { Obstacle } from "#lib/obstacle";

/** Why a database could not be used, as a sentence without its password; nothing when the error is another one. */
export function databaseObstacle(error: unknown, setting: string, address: string): Obstacle | undefined {
  if (error instanceof Obstacle) return error;
  const { hostname, port, pathname, username } = new URL(address);
  const place = `${hostname}:${port || 5432}`;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : "";
  const sentence =
    AWAY.has(code) || /timeout expired|Connection terminated/.test(message)
      ? `The database at ${place} (${setting}) does not answer: see that it runs and can be reached from here, then start again.`
      : code === "28P01" || code === "28000"
        ? `The database at ${place} refuses the login ${username} of ${setting}: see to its password and to pg_hba.conf.`
        : code === "3D000"
          ? `The database ${pathname.slice(1)} of ${setting} does not exist at ${place}. As an administrator run:\n  CREATE DATABASE "${pathname.slice(1)}" OWNER "${username}";`
          : code === "53300"
            ? `The database at ${place} has no connection left: raise max_connections there or stop other programs.`
            : code === "53100"
              ? `The disk of the database at ${place} is full: make room there, then start again.`
              : code === "25006"
                ? `The database at ${place} is read-only: ${setting} must name the primary server.`
                : undefined;
  return sentence === undefined ? undefined : new Obstacle(sentence, { cause: error });
}

const AWAY = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ECONNRESET",
  "57P03",
]);

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
