import { uuidv7 } from "uuidv7";
import { z } from "zod";

/** A new UUIDv7: sorts by the time it was made. The client makes the ids of what it creates. */
export const newId = (): string => uuidv7();

export const Id = z.uuid().transform((id) => id.toLowerCase());

export const isId = (value: string): boolean => Id.safeParse(value).success;
