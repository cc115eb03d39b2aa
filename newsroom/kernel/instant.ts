import { z } from "zod";

/** An instant as it is sent: ISO 8601 with its offset. */
export const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
