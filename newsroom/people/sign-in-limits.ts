import "server-only";
import { createHash } from "node:crypto";
import type { Limit } from "#lib/throttle";

const QUARTER_HOUR = 900;

/** Wrong passwords for one address, wherever they come from. */
export const accountLimit: Limit = { name: "sign-in-account", tries: 10, seconds: QUARTER_HOUR };

/** A browser that has been here as this person is counted by itself, so that strangers cannot shut it out. */
export const deviceLimit: Limit = { name: "sign-in-device", tries: 5, seconds: QUARTER_HOUR };

/** Wrong passwords from one network, for whatever addresses: an office with its people behind one address still fits. */
export const networkLimit: Limit = { name: "sign-in-network", tries: 100, seconds: QUARTER_HOUR };

/** Links to set a password, tried from one network. */
export const linkLimit: Limit = { name: "link-network", tries: 50, seconds: QUARTER_HOUR };

/** The current password asked of somebody who is signed in. */
export const ownPasswordLimit: Limit = { name: "own-password", tries: 10, seconds: QUARTER_HOUR };

/** Counters do not keep addresses. */
export const accountKey = (email: string): string => createHash("sha256").update(email).digest("hex");
