import type { Logins } from "#lib/db/roles";

export const PASSWORD = "only-for-tests";
export const TEMPLATE = "chapar_template";

export function loginsFor(port: number, database: string): Logins {
  const address = (user: string) => `postgresql://${user}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  return { owner: address("chapar_owner"), desk: address("chapar_desk"), readers: address("chapar_readers") };
}
