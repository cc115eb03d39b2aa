interface Waiting {
  id: string;
  dueAt: Date | null;
  changedAt: Date;
}

/** What is due first, what nobody waits for last, among those the last changed first; `dueFirst` in story-lists.ts says the same to the database. */
export const byDue = (one: Waiting, other: Waiting): number =>
  at(one) - at(other) || other.changedAt.getTime() - one.changedAt.getTime() || (one.id < other.id ? -1 : 1);

const at = ({ dueAt }: Waiting): number => dueAt?.getTime() ?? Number.MAX_VALUE;
