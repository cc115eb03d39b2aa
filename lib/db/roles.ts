import "server-only";
import pg from "pg";
import { Obstacle } from "#lib/obstacle";

/** Addresses of the three logins: who owns the tables, who works at the desk, who reads. */
export interface Logins {
  owner: string;
  desk: string;
  readers: string;
}

/** Migrations grant to these; a login has them by its name or by membership. */
const DOORS = { desk: "chapar_desk", readers: "chapar_readers" } as const;

/**
 * Sees to it that the three logins exist and are what they must be. `admin` is whoever may make them; what it may
 * not make is an `Obstacle` with the exact SQL to run. Passwords of logins that exist are left alone unless `setPasswords`.
 */
export async function ensureRoles(admin: string, logins: Logins, { setPasswords = false } = {}): Promise<void> {
  const wanted = statementsFor(logins);
  await withClient(admin, async (client) => {
    const missing: string[] = [];
    for (const { exists, make, always } of wanted) {
      const { rows } = await client.query<{ there: boolean }>(exists.sql, exists.values);
      if (rows[0]?.there && !(always && setPasswords)) continue;
      try {
        await client.query(rows[0]?.there ? (always ?? make) : make);
      } catch (error) {
        if (isAlreadyThere(error)) continue; // another program was faster
        if (!isForbidden(error) && !(missing.length > 0 && namesUnknownRole(error))) throw error;
        missing.push(make);
      }
    }
    if (missing.length === 0) return;
    throw new Obstacle(
      `The login in DATABASE_OWNER_URL may not make the roles that Chapar needs. As an administrator of the database run:\n${missing.map((sql) => `  ${hidePassword(sql)};`).join("\n")}`,
    );
  });
}

/** Refuses logins that are more than they may be: the doors would not hold. */
export async function checkLogins(logins: Logins): Promise<void> {
  for (const door of ["desk", "readers"] as const) {
    await withClient(logins[door], async (client) => {
      const { rows } = await client.query<{ name: string; mighty: boolean; owns: boolean; member: boolean }>(
        `SELECT r.rolname AS name, r.rolsuper OR r.rolbypassrls OR r.rolcreaterole AS mighty,
           pg_has_role(r.oid, (SELECT datdba FROM pg_database WHERE datname = current_database()), 'MEMBER') AS owns,
           pg_has_role(r.oid, $1::name, 'USAGE') AS member
         FROM pg_roles r WHERE r.rolname = current_user`,
        [DOORS[door]],
      );
      const login = rows[0];
      const setting = door === "desk" ? "DATABASE_URL" : "READERS_DATABASE_URL";
      if (!login || login.mighty || login.owns) {
        throw new Obstacle(
          `The login ${login?.name} in ${setting} may do more than it should (superuser, bypassrls, createrole or owner of the database): give ${setting} a plain login of its own.`,
        );
      }
      if (login.member) return;
      throw new Obstacle(
        `The login ${login.name} in ${setting} is not in ${DOORS[door]}. As an administrator run:\n  GRANT ${DOORS[door]} TO ${pg.escapeIdentifier(login.name)};`,
      );
    });
  }
}

interface Statement {
  exists: { sql: string; values: string[] };
  make: string;
  /** Run although the role is there, when passwords are to be set. */
  always?: string;
}

function statementsFor(logins: Logins): Statement[] {
  const roleThere = (name: string) => ({
    sql: "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS there",
    values: [name],
  });
  const login = (address: string): Statement => {
    const { username, password } = new URL(address);
    const name = decodeURIComponent(username);
    const secret = pg.escapeLiteral(decodeURIComponent(password));
    return {
      exists: roleThere(name),
      make: `CREATE ROLE ${pg.escapeIdentifier(name)} LOGIN PASSWORD ${secret}`,
      always: `ALTER ROLE ${pg.escapeIdentifier(name)} LOGIN PASSWORD ${secret}`,
    };
  };
  const door = (door: keyof typeof DOORS): Statement[] => {
    const group = DOORS[door];
    const name = decodeURIComponent(new URL(logins[door]).username);
    if (name === group) return [login(logins[door])];
    return [
      { exists: roleThere(group), make: `CREATE ROLE ${group} NOLOGIN` },
      login(logins[door]),
      {
        // Without the group or the login the check must answer "no" instead of failing.
        exists: {
          sql: `SELECT coalesce((SELECT pg_has_role(m.oid, g.oid, 'MEMBER') FROM pg_roles m, pg_roles g
                  WHERE m.rolname = $1 AND g.rolname = $2), false) AS there`,
          values: [name, group],
        },
        make: `GRANT ${group} TO ${pg.escapeIdentifier(name)}`,
      },
    ];
  };
  return [login(logins.owner), ...door("desk"), ...door("readers")];
}

async function withClient(address: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

const hidePassword = (sql: string) => sql.replace(/ PASSWORD .*$/, " PASSWORD '…'");
const isForbidden = (error: unknown) => error instanceof pg.DatabaseError && error.code === "42501";
const namesUnknownRole = (error: unknown) => error instanceof pg.DatabaseError && error.code === "42704";
const isAlreadyThere = (error: unknown) => error instanceof pg.DatabaseError && error.code === "42710";
