type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only what was given: Prisma refuses `undefined`, and a missing field must never widen or clear anything. */
export function definedOf<T extends object>(changes: T): Defined<T> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Defined<T>;
}
