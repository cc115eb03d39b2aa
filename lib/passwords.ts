import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the library's default kind), above what OWASP asks for: 32 MiB, two passes. */
const cost = { memoryCost: 32_768, timeCost: 2, parallelism: 1 };

/** The hash of nothing that anybody knows, made with the same cost. */
const nobodys = "$argon2id$v=19$m=32768,t=2,p=1$ub7v+ee+n9UYdpdTqmUb6Q$e/vkR0clYKsfbyVnHuDetPDg5aExfBvzc8cu5ScxAi0";

/** The same letters may arrive composed or not, depending on the keyboard. */
const asTyped = (password: string) => password.normalize("NFC");

export const hashPassword = (password: string): Promise<string> => hash(asTyped(password), cost);

/** Does it fit? Without a hash to compare it takes as long and says no, so that time does not tell who has an account. */
export async function fits(password: string, stored: string | null): Promise<boolean> {
  const same = await verify(stored ?? nobodys, asTyped(password));
  return same && stored !== null;
}
