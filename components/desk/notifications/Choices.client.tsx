"use client";
import { useState } from "react";
import { Checkbox } from "#components/ui/Checkbox";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import type { Channels, NotificationKind } from "#newsroom/notifications/kinds";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./NotificationsScreen.module.css";

type Choice = { kind: NotificationKind } & Channels;

export interface ChoiceActions {
  chooseNotifications: (input: Choice) => Promise<Answer<unknown>>;
}

const kindWords: Record<NotificationKind, { name: string; hint: string }> = {
  mention: { name: "Mentions", hint: "Somebody calls you by name in a comment, or comments through a link of yours" },
  assignment: { name: "Assignments", hint: "A story is assigned to you, or you are to file something" },
  return: { name: "Returns", hint: "A story comes back to you with a reason" },
  overdue: { name: "Overdue", hint: "The time for what you have has passed" },
  trouble: {
    name: "Trouble",
    hint: "A plan of yours fails, or readers do not have what you published; editors: anybody’s",
  },
  plan: { name: "Plans", hint: "Somebody cancels your plan, or does what leaves nothing of it to carry out" },
};

/** What one is told where; saved with each tick. */
export const Choices = ({ choices, actions }: { choices: readonly Choice[]; actions: ChoiceActions }) => (
  <div className={styles.choices}>
    {choices.map((choice) => (
      <ChoiceRow key={choice.kind} choice={choice} actions={actions} />
    ))}
  </div>
);

function ChoiceRow({ choice, actions }: { choice: Choice; actions: ChoiceActions }) {
  const [saved, setSaved] = useState(choice);
  const [wanted, setWanted] = useState(choice);
  const [isSaved, setIsSaved] = useState(false);
  const { ask, refusal } = useAsking();
  const { name, hint } = kindWords[choice.kind];
  const choose = (channels: Partial<Channels>) => {
    const next = { ...wanted, ...channels };
    setWanted(next);
    setIsSaved(false);
    ask(
      async () => {
        const answer = await actions.chooseNotifications(next).catch(() => null);
        // What is ticked is what holds.
        if (!answer?.ok) setWanted(saved);
        return answer ?? { ok: false, message: "The newsroom did not answer. Please try again.", issues: [] };
      },
      () => {
        setSaved(next);
        setIsSaved(true);
      },
    );
  };
  return (
    <fieldset className={styles.choice}>
      <legend>{name}</legend>
      <p className={styles.hint}>{hint}</p>
      <div className={styles.ticks}>
        <Checkbox
          label="In the desk"
          checked={wanted.isShown}
          onChange={({ target }) => choose({ isShown: target.checked })}
        />
        <Checkbox
          label="By mail"
          checked={wanted.isMailed}
          onChange={({ target }) => choose({ isMailed: target.checked })}
        />
        <StatusLine tone={refusal ? "danger" : "good"}>
          {refusal ? refusal.message : isSaved ? "Saved" : null}
        </StatusLine>
      </div>
    </fieldset>
  );
}
