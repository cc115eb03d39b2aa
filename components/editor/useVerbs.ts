import { useState } from "react";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../ui/toast-manager.ts";
import type { Directions, EditorActions } from "./edited-story.ts";
import type { OpenStory } from "./saving/open-story.ts";
import type { StoryColumns } from "./settings/story-columns.ts";
import { inTurn, type Outcome, perform, type Seen } from "./story-verbs.ts";

/** Carries out the verbs of the story that is open here, one after the other. */
export function useVerbs(
  open: OpenStory | null,
  columns: StoryColumns,
  actions: Pick<EditorActions, "cancelPlan" | "submitStory" | "takeIdea" | "moveStory" | "directStory">,
) {
  const [turn] = useState(inTurn);

  function act<Value>(verb: (seen: Seen) => Promise<Answer<Value>>): Promise<Outcome<Value>> {
    if (!open) return Promise.resolve({ ok: false, message: "The story is still opening.", issues: [] });
    return turn(() => perform({ sync: open.sync, columns }, verb));
  }

  /** `done` is null where the screen shows by itself what came of it; `more`: what else did. Answers if it worked. */
  async function say<Value>(
    verb: (seen: Seen) => Promise<Answer<Value>>,
    done: string | null,
    more: (value: Value) => string | null = () => null,
  ) {
    const outcome = await act(verb);
    if (!outcome.ok) toast({ tone: "danger", title: "That did not work", description: outcome.message });
    else if (done) {
      const description = more(outcome.value);
      toast({ tone: "good", title: done, ...(description && { description }) });
    }
    return outcome.ok;
  }

  return {
    act,
    submit: () =>
      void say(({ storyId, version, seq }) => actions.submitStory({ storyId, version, seq }), "Handed in for editing"),
    move: (stage: string, note: string) =>
      say(({ storyId, version }) => actions.moveStory({ storyId, version, stage, ...(note && { note }) }), "Moved"),
    direct: (changes: Directions) =>
      void say(({ storyId, version }) => actions.directStory({ storyId, version, changes }), null),
    /** `whose`: the name of a colleague who is to write it. */
    takeIdea: (whose: string | null) =>
      void say(
        ({ storyId, version }) => actions.takeIdea({ storyId, version }),
        whose === null ? "It is yours to write" : `It is ${whose}’s to write`,
      ),
    cancelPlan(planId: string | undefined, done: string) {
      if (!planId) return;
      void say(
        () => actions.cancelPlan({ planId }),
        done,
        ({ withdrawalCancelled }) => (withdrawalCancelled ? "Its planned withdrawal is cancelled too." : null),
      );
    },
  };
}
