import type { Answer } from "#newsroom/kernel/answer";
import type { ColumnChanges, EditedStory } from "../edited-story.ts";
import { type Alarm, alarm, type Clock } from "../saving/clock.ts";

export interface ColumnsState {
  story: EditedStory;
  /** Changes that the newsroom has not confirmed. */
  pending: number;
  /** What was refused, at its place. */
  issues: Partial<Record<keyof ColumnChanges, string>>;
  /** Somebody else was here, or nothing answers. */
  notice: string | null;
  stuck: "signedOut" | "otherPerson" | "unreachable" | null;
}

interface Parts {
  story: EditedStory;
  change(input: {
    storyId: string;
    version: number;
    changes: ColumnChanges;
  }): Promise<Answer<{ version: number; slug: string }>>;
  read(storyId: string): Promise<Answer<EditedStory>>;
  /** Is whoever made these changes signed in still? Null if it cannot be had. */
  isTheirs(): Promise<boolean | null>;
  clock: Clock;
}

export interface StoryColumns {
  state(): ColumnsState;
  subscribe(listener: () => void): () => void;
  /** Shows `shown` at once and sends the change; changes go one after the other, each on the version before. */
  change(changes: ColumnChanges, shown: Partial<EditedStory>): void;
  /** Shows what is true only here: the text was changed, say. */
  patch(shown: Partial<EditedStory>): void;
  /** The story as the newsroom has it now. False if it cannot be had. */
  refresh(): Promise<boolean>;
  /** Resolves when nothing is pending; false if something could not be stored. */
  settled(): Promise<boolean>;
  wake(): void;
  dismissNotice(): void;
}

const retryMs = 5_000;

/** The story beside its text, as this window shows it: changes at once here, one by one in the newsroom. */
export function storyColumns({ story, change, read, isTheirs, clock }: Parts): StoryColumns {
  let state: ColumnsState = { story, pending: 0, issues: {}, notice: null, stuck: null };
  let base = story;
  let queue: { changes: ColumnChanges; shown: Partial<EditedStory> }[] = [];
  let running: Promise<void> | null = null;
  const patches: Partial<EditedStory>[] = [];
  const listeners = new Set<() => void>();
  const retry: Alarm = alarm(clock);

  const show = (next: Partial<ColumnsState>) => {
    state = { ...state, ...next, pending: queue.length };
    for (const listener of listeners) listener();
  };

  function run() {
    retry.clear();
    running ??= sendAll().finally(() => {
      running = null;
      if (queue.length > 0 && !retry.isSet) void run();
    });
    return running;
  }

  async function sendAll() {
    // What waits may have outlived its writer's session: nobody else sends it.
    if (queue.length > 0 && state.stuck !== null) {
      const theirs = await isTheirs().catch(() => null);
      if (theirs !== true) return wait(theirs === null ? "unreachable" : "otherPerson");
    }
    for (let next = queue[0]; next; next = queue[0]) {
      const answer = await change({ storyId: base.id, version: base.version, changes: next.changes }).catch(() => null);
      if (!(await heard(answer, next))) return;
    }
  }

  /** True to go on with the next. */
  async function heard(
    answer: Answer<{ version: number; slug: string }> | null,
    sent: (typeof queue)[number],
  ): Promise<boolean> {
    if (answer?.ok) {
      const { version, slug } = answer.value;
      base = { ...base, ...sent.shown, version, slug };
      leave(sent);
      show({
        story: { ...state.story, version, slug, hasUnpublishedChanges: state.story.publication.state === "live" },
        stuck: null,
      });
      return true;
    }
    switch (answer?.fault) {
      case "conflict":
        return rebase(sent, answer.message);
      case "invalid":
      case "forbidden":
      case "notFound":
        leave(sent);
        show({ issues: { ...state.issues, ...issuesOf(answer, sent.changes) }, stuck: null });
        return true;
      default:
        wait(stuckBy(answer));
        return false;
    }
  }

  /** Somebody changed the story meanwhile. What they left alone is changed again on top; what they changed too is shown and said. */
  async function rebase(sent: (typeof queue)[number], why: string): Promise<boolean> {
    const before = base;
    const fresh = await read(base.id).catch(() => null);
    if (!fresh?.ok) {
      wait(stuckBy(fresh));
      return false;
    }
    base = fresh.value;
    const same = fieldsOf(sent.shown).every((field) => isSame(before[field], base[field]));
    const mine = fieldsOf(sent.shown).every((field) => isSame(sent.shown[field], base[field]));
    const isNewest = before.version === base.version;
    if (!same || mine || isNewest) leave(sent);
    show({
      ...(isNewest && { issues: { ...state.issues, ...issuesOf({ issues: [], message: why }, sent.changes) } }),
      story: Object.assign({ ...base }, ...queue.map(({ shown }) => shown)),
      ...(!same && !mine && { notice: "Someone changed this story at the same time. Here is the newest." }),
    });
    return true;
  }

  function wait(stuck: ColumnsState["stuck"]) {
    retry.set(retryMs, run);
    show({ stuck });
  }

  function leave(sent: (typeof queue)[number]) {
    queue = queue.filter((other) => other !== sent);
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(changes, shown) {
      const issues = { ...state.issues };
      for (const field of fieldsOf(changes)) delete issues[field];
      queue = [...queue, { changes, shown }];
      show({ story: { ...state.story, ...shown }, issues });
      void run();
    },
    patch(shown) {
      patches.push(shown);
      show({ story: { ...state.story, ...shown } });
    },
    async refresh() {
      const known = patches.length;
      await running;
      const fresh = await read(base.id).catch(() => null);
      if (!fresh?.ok) return false;
      base = fresh.value;
      // What became known here while the story was read is newer than what was read.
      show({ story: Object.assign({ ...base }, ...patches.slice(known), ...queue.map(({ shown }) => shown)) });
      return true;
    },
    async settled() {
      await run();
      return queue.length === 0;
    },
    wake() {
      if (queue.length > 0) void run();
    },
    dismissNotice: () => show({ notice: null }),
  };
}

const stuckBy = (answer: Answer<unknown> | null): ColumnsState["stuck"] =>
  answer?.ok === false && answer.fault === "unauthenticated" ? "signedOut" : "unreachable";

const fieldsOf = <Shape extends object>(shape: Shape) => Object.keys(shape) as (keyof Shape)[];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function issuesOf(
  { issues, message }: { issues: { path: string; message: string }[]; message: string },
  changes: ColumnChanges,
): ColumnsState["issues"] {
  return Object.fromEntries(
    fieldsOf(changes).map((field) => [
      field,
      issues.find(({ path }) => path.replace(/^changes\.?/, "").split(".")[0] === field)?.message ?? message,
    ]),
  );
}
