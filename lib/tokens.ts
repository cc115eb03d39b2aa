import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, fit for a cookie or an address. Whoever holds it has the right: store only `hashOf(token)`. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token. Plain SHA-256 is enough: a random token cannot be guessed from it. */
export const hashOf = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(token, "utf8").digest());
