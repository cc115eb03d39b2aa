"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import type { Answer } from "#newsroom/kernel/answer";
import type { Issue } from "#newsroom/kernel/faults";
import { toast } from "../../ui/toast-manager.ts";
import { ShowsChange } from "../comparison/ShowsChange.tsx";
import type { Outcome, Seen } from "../story-verbs.ts";
import { LastLook, type LookedAt, useLastLook } from "./LastLook.client.tsx";
import type { Bounds } from "./plan-time.ts";
import { TimeDialog, type ToldInstant } from "./TimeDialog.client.tsx";

interface PlanDialogProps {
  /** The instant that is planned already. */
  planned: Date | null;
  bounds: Omit<Bounds, "now">;
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  plan: (input: Seen & { at: string; zone: string }) => Promise<Answer<unknown>>;
  onClose: () => void;
}

const planVerb = { does: "Plan", doing: "Planning…" };

/** `at` as the newsroom takes it, told when it is planned. */
async function make({ act, plan, bounds: { zone } }: PlanDialogProps, { at, words }: ToldInstant) {
  const outcome = await act((seen) => plan({ ...seen, at: at.toISOString(), zone }));
  if (outcome.ok) toast({ tone: "good", title: "Planned", description: words });
  return outcome;
}

/** Asks when the story is to be taken back. */
export function PlanWithdrawalDialog(props: PlanDialogProps) {
  return (
    <TimeDialog
      title="Plan a withdrawal"
      description="At that time the story is taken back quietly: its address will answer as if it had never been."
      start={props.planned}
      bounds={props.bounds}
      verb={planVerb}
      go={(time) => make(props, time)}
      onClose={props.onClose}
    />
  );
}

interface PlanPublicationDialogProps extends Omit<PlanDialogProps, "plan"> {
  isLive: boolean;
  /** Of an update: whether readers are shown what it changes, as it stands before anybody says otherwise here. */
  isPublic: boolean;
  plan: (input: Seen & { at: string; zone: string; isPublic?: boolean }) => Promise<Answer<unknown>>;
  lookedAt: LookedAt;
  /** Closes this and leads to the list of suggestions. */
  onSuggestions: () => void;
}

/** Asks when the story is to go live, after the same last look as publishing it now. */
export function PlanPublicationDialog(props: PlanPublicationDialogProps) {
  const { isLive, isPublic: atFirst, lookedAt, plan, onSuggestions } = props;
  const [isPublic, setPublic] = useState(atFirst);
  const [refused, setRefused] = useState<Issue[]>([]);
  const look = useLastLook(lookedAt, refused);
  return (
    <TimeDialog
      title={isLive ? "Plan an update" : "Plan the publication"}
      description="What stands here now goes live by itself at that time. Later changes do not, until you plan again."
      start={props.planned}
      bounds={props.bounds}
      verb={look.isReady ? { ...planVerb, does: look.warns ? "Plan anyway" : "Plan" } : null}
      go={async (time) => {
        const outcome = await make(
          { ...props, plan: (input) => plan({ ...input, ...(isLive && { isPublic }) }) },
          time,
        );
        if (!outcome.ok) setRefused(outcome.issues);
        return outcome;
      }}
      others={() =>
        lookedAt.subject.suggestions > 0 ? <Button onClick={onSuggestions}>Look at the suggestions</Button> : null
      }
      onClose={props.onClose}
    >
      <LastLook look={look} />
      {isLive ? <ShowsChange checked={isPublic} onChange={setPublic} /> : null}
    </TimeDialog>
  );
}
