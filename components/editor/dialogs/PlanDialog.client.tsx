"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import type { Answer } from "#newsroom/kernel/answer";
import type { Issue } from "#newsroom/kernel/faults";
import type { Bounds } from "../../desk/times/plan-time.ts";
import { toast } from "../../ui/toast-manager.ts";
import { ShowsChange } from "../comparison/ShowsChange.tsx";
import { type Outcome, type Seen, unlessArrived } from "../story-verbs.ts";
import { type Looking, useArrivedText } from "../text/useArrivedText.ts";
import { ArrivedText } from "./ArrivedText.tsx";
import { LastLook, type LookedAt, useLastLook } from "./LastLook.client.tsx";
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
async function make(
  { act, plan, bounds: { zone } }: PlanDialogProps,
  { at, words }: ToldInstant,
  hasArrived = () => false,
) {
  const outcome = await act(unlessArrived(hasArrived, (seen) => plan({ ...seen, at: at.toISOString(), zone })));
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
  text: Looking;
  /** Closes this and leads to the list of suggestions. */
  onSuggestions: () => void;
}

/** Asks when the story is to go live, after the same last look as publishing it now. */
export function PlanPublicationDialog(props: PlanPublicationDialogProps) {
  const { isLive, isPublic: atFirst, lookedAt, text, plan, onSuggestions } = props;
  const [isPublic, setPublic] = useState(atFirst);
  const [refused, setRefused] = useState<Issue[]>([]);
  const look = useLastLook(lookedAt, refused);
  const arrived = useArrivedText(text);
  const does = `Plan${arrived.difference ? " what I see now" : look.warns ? " anyway" : ""}`;
  return (
    <TimeDialog
      title={isLive ? "Plan an update" : "Plan the publication"}
      description="What stands here now goes live by itself at that time. Later changes do not, until you plan again."
      start={props.planned}
      bounds={props.bounds}
      wide={arrived.difference !== null}
      verb={look.isReady ? { ...planVerb, does } : null}
      go={async (time) => {
        const outcome = await make(
          { ...props, plan: (input) => plan({ ...input, ...(isLive && { isPublic }) }) },
          time,
          arrived.look,
        );
        if (outcome.ok) return outcome;
        setRefused(outcome.issues);
        // What came in says so itself.
        return arrived.look() ? { ...outcome, message: "" } : outcome;
      }}
      others={() =>
        lookedAt.subject.suggestions > 0 ? <Button onClick={onSuggestions}>Look at the suggestions</Button> : null
      }
      onClose={props.onClose}
    >
      <LastLook look={look} />
      {isLive ? <ShowsChange checked={isPublic} onChange={setPublic} /> : null}
      <ArrivedText arrived={arrived} language={lookedAt.language} />
    </TimeDialog>
  );
}
