import type { Issue } from "../kernel/faults.ts";

/** What a stage is for, whatever the newsroom calls it. */
export const stageMeanings = ["idea", "writing", "desk", "legal", "ready"] as const;
export type StageMeaning = (typeof stageMeanings)[number];

/** Where the working copy can be, in the newsroom's own words. What readers see is another matter. */
export interface Stage {
  key: string;
  name: string;
  meaning: StageMeaning;
  /** Keys of the stages that may follow by a move; empty: every one. */
  movesTo: string[];
}

export const mostStages = 20;
/** Without these nobody could write, hand in, or say that it is done. */
const needed = { writing: "to write in", desk: "to hand in to", ready: "for what is ready" } as const;

export const stageOf = <Any extends Stage>(stages: readonly Any[], key: string): Any | undefined =>
  stages.find((stage) => stage.key === key);

const firstOf = (stages: readonly Stage[], meaning: keyof typeof needed): Stage => {
  const found = stages.find((stage) => stage.meaning === meaning);
  if (!found) throw new Error(`The workflow has no stage ${needed[meaning]}.`);
  return found;
};

/** Where a new story begins. */
export const writtenAt = (stages: readonly Stage[]): Stage => firstOf(stages, "writing");
/** Where an idea waits for who writes it; in a newsroom without a stage for ideas, where stories are written. */
export const ideasAt = (stages: readonly Stage[]): Stage =>
  stages.find(({ meaning }) => meaning === "idea") ?? writtenAt(stages);
/** Where stories that were handed in wait for an editor. */
export const editedAt = (stages: readonly Stage[]): Stage[] => stages.filter(({ meaning }) => meaning === "desk");

/** A story is handed in while its writer still has it; only then nothing is there to be returned. */
export const isWithWriter = (meaning: StageMeaning): boolean => meaning === "idea" || meaning === "writing";

/** Where a story may be moved from here, in the order of the workflow. */
export function movesFrom<Any extends Stage>(stages: readonly Any[], from: string): Any[] {
  const allowed = stageOf(stages, from)?.movesTo ?? [];
  return stages.filter(({ key }) => key !== from && (allowed.length === 0 || allowed.includes(key)));
}

/** Why the workflow knows no such move, in words; null if it does. Staying is no move and needs no leave. */
export function moveProblem(stages: readonly Stage[], from: string, to: string): string | null {
  const target = stageOf(stages, to);
  if (!target) return "The workflow has no such stage any more. Please choose another.";
  if (from === to || movesFrom(stages, from).includes(target)) return null;
  return movesElsewhere(stages, from, target);
}

function movesElsewhere(stages: readonly Stage[], from: string, target: Stage): string {
  const names = movesFrom(stages, from).map(({ name }) => name);
  return `From ${stageOf(stages, from)?.name ?? from} a story moves to ${names.join(", ")}, not to ${target.name}.`;
}

/** Where a verb leads from here, or why it leads nowhere, in words. */
export type Way = { to: Stage; problem: null } | { to: null; problem: string };

/** To the first stage with this meaning that one move leads to. */
function wayTo(stages: readonly Stage[], from: string, meaning: "writing" | "desk"): Way {
  const to = movesFrom(stages, from).find((stage) => stage.meaning === meaning);
  return to ? { to, problem: null } : { to: null, problem: movesElsewhere(stages, from, firstOf(stages, meaning)) };
}

/** The way of an idea that is taken up, and of a story that is returned. */
export const wayToWriter = (stages: readonly Stage[], from: string): Way => wayTo(stages, from, "writing");

/** The way of a story that is handed in. */
export const wayToDesk = (stages: readonly Stage[], from: string): Way => wayTo(stages, from, "desk");

/** What is wrong with a workflow as a whole; paths as in a form: "stages.2.name". */
export function workflowIssues(stages: readonly Stage[]): Issue[] {
  const keys = new Set(stages.map(({ key }) => key));
  const issues: Issue[] = [];
  for (const [meaning, what] of Object.entries(needed))
    if (!stages.some((stage) => stage.meaning === meaning))
      issues.push({ path: "stages", message: `The workflow needs a stage ${what}.` });
  stages.forEach(({ key, name, movesTo }, place) => {
    const before = stages.slice(0, place);
    if (before.some((other) => other.key === key))
      issues.push({ path: `stages.${place}.key`, message: `Two stages are called “${key}” in addresses.` });
    if (before.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      issues.push({ path: `stages.${place}.name`, message: `There is a stage called “${name}” already.` });
    if (movesTo.some((to) => !keys.has(to)))
      issues.push({ path: `stages.${place}.movesTo`, message: `“${name}” leads to a stage that does not exist.` });
  });
  return issues.length > 0 ? issues : deadEnds(stages);
}

/**
 * Writers do not move stories: from where they write, one move must lead to where they hand in. Editors do: from what they have, any
 * number of moves must lead back to a writer.
 */
const deadEnds = (stages: readonly Stage[]): Issue[] =>
  stages.flatMap(({ key, name, meaning }, place) => {
    const path = `stages.${place}.movesTo`;
    if (meaning === "writing" && !wayToDesk(stages, key).to)
      return { path, message: `From “${name}” no story could be handed in: let it move to a stage for editing.` };
    if (!isWithWriter(meaning) && !reachedFrom(stages, key).some((stage) => stage.meaning === "writing"))
      return { path, message: `From “${name}” no way leads back to the writer.` };
    return [];
  });

function reachedFrom(stages: readonly Stage[], from: string): Stage[] {
  const reached = new Set<Stage>();
  const look = (key: string) => {
    for (const next of movesFrom(stages, key))
      if (!reached.has(next)) {
        reached.add(next);
        look(next.key);
      }
  };
  look(from);
  return [...reached];
}
