import { slugOf } from "#newsroom/kernel/slug";
import type { Stage } from "#newsroom/workflow/stages";

/** A stage while the workflow is being changed. */
export interface EditedStage extends Stage {
  /** How many stand there now; 0 for a new one. */
  stories: number;
}

/** The stage one place up (-1) or down (+1); at the ends nothing changes. */
export function shifted(stages: readonly EditedStage[], key: string, by: -1 | 1): EditedStage[] {
  const from = stages.findIndex((stage) => stage.key === key);
  const moved = stages[from];
  const to = from + by;
  if (!moved || to < 0 || to >= stages.length) return [...stages];
  return stages.filter((stage) => stage !== moved).toSpliced(to, 0, moved);
}

/** Without this stage, and without ways that lead there. Where it was the only way, every way is open again. */
export const withoutStage = (stages: readonly EditedStage[], key: string): EditedStage[] =>
  stages
    .filter((stage) => stage.key !== key)
    .map((stage) => ({ ...stage, movesTo: stage.movesTo.filter((to) => to !== key) }));

/** With a new stage at the end, under a key that no other has or had here. */
export function withNewStage(stages: readonly EditedStage[], name: string, taken: readonly string[]): EditedStage[] {
  const wanted = (slugOf(name) ?? "stage").slice(0, 30);
  const keys = new Set([...taken, ...stages.map(({ key }) => key)]);
  let key = wanted;
  for (let n = 2; keys.has(key); n++) key = `${wanted}-${n}`;
  return [...stages, { key, name, meaning: "desk", movesTo: [], stories: 0 }];
}

/** The ways from a stage with one of them allowed, or not; all of them is the same as none named. The last one stays. */
export function withWay(stage: EditedStage, to: string, isAllowed: boolean, all: readonly EditedStage[]): EditedStage {
  const others = all.map(({ key }) => key).filter((key) => key !== stage.key);
  const before = stage.movesTo.length === 0 ? others : stage.movesTo;
  const movesTo = others.filter((key) => (key === to ? isAllowed : before.includes(key)));
  if (movesTo.length === 0) return stage;
  return { ...stage, movesTo: movesTo.length === others.length ? [] : movesTo };
}
