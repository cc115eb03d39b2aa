"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../../ui/toast-manager.ts";
import type { EditedStory } from "../edited-story.ts";
import type { Outcome, Seen } from "../story-verbs.ts";
import { TimeDialog, type ToldInstant } from "./TimeDialog.client.tsx";

interface EmbargoDialogProps {
  story: Pick<EditedStory, "embargoUntil" | "publication">;
  zone: string;
  act: (verb: (seen: Seen) => Promise<Answer<unknown>>) => Promise<Outcome<unknown>>;
  embargo: (input: Seen & { until: string | null }) => Promise<Answer<unknown>>;
  onClose: () => void;
}

/** A promise to a source: nothing of the story goes out before an instant, whoever presses what. */
export function EmbargoDialog({ story, zone, act, embargo, onClose }: EmbargoDialogProps) {
  const { embargoUntil, publication } = story;
  const [lifting, setLifting] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function set(until: ToldInstant | null) {
    const outcome = await act((seen) => embargo({ ...seen, until: until?.at.toISOString() ?? null }));
    if (outcome.ok)
      toast({
        tone: "good",
        title: until ? "Under embargo" : "The embargo is lifted",
        ...(until && { description: `Until ${until.words}` }),
      });
    return outcome;
  }

  async function lift() {
    setLifting(true);
    const outcome = await set(null);
    setLifting(false);
    if (outcome.ok) onClose();
    else setError(outcome.message);
  }

  return (
    <TimeDialog
      title="Embargo"
      description={
        publication.state === "live"
          ? "The story is live: it leaves the site at once and comes back by itself at that time."
          : "Nobody can publish the story before that time, by hand or by plan, and no link shows it to anybody outside."
      }
      start={embargoUntil}
      bounds={{ zone }}
      verb={{ does: "Set", doing: "Set" }}
      go={set}
      others={(busy) =>
        embargoUntil ? (
          <Button tone="danger" busy={busy || lifting} onClick={() => void lift()}>
            Lift the embargo
          </Button>
        ) : null
      }
      onClose={onClose}
    >
      <StatusLine tone="danger">{error}</StatusLine>
    </TimeDialog>
  );
}
