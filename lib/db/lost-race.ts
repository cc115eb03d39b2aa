import { z } from "zod";

/** In a statement of our own Prisma hides it in what its driver said. */
const Stopped = z.union([
  z.object({ code: z.literal("P2034") }),
  z.object({
    meta: z.object({
      driverAdapterError: z.object({ cause: z.object({ kind: z.literal("TransactionWriteConflict") }) }),
    }),
  }),
]);

/** Did the database stop this transaction because of another one, so that nothing of it is written and it may be begun anew? */
export const isLostRace = (error: unknown): boolean => Stopped.safeParse(error).success;
