"use client";
import type { Answer } from "#newsroom/kernel/answer";
import type { EditedStory, EditorActions } from "./edited-story.ts";
import { PlanDialog } from "./PlanDialog.client.tsx";
import { PublishDialog } from "./PublishDialog.client.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.client.tsx";
import type { Outcome, Seen } from "./story-verbs.ts";
import { KillDialog, UnpublishDialog } from "./WithdrawDialogs.client.tsx";

export type EditorDialog = "publish" | "plan" | "unpublish" | "kill" | "shortcuts";

interface EditorDialogsProps {
  dialog: EditorDialog | null;
  story: EditedStory;
  text: { headline: string; words: number };
  address: string;
  zone: string;
  actions: EditorActions;
  act: <Value>(verb: (seen: Seen) => Promise<Answer<Value>>) => Promise<Outcome<Value>>;
  onClose: () => void;
}

/** The one dialog of the editor that is open, if any. */
export function EditorDialogs(props: EditorDialogsProps) {
  const { dialog, story, text, address, zone, actions, act, onClose } = props;
  switch (dialog) {
    case "publish":
      return (
        <PublishDialog
          subject={{ headline: text.headline, words: text.words, story, now: new Date(), zone }}
          isLive={story.publication.state === "live"}
          wasPublished={story.firstPublishedAt !== null}
          address={address}
          act={act}
          publish={actions.publishStory}
          onClose={onClose}
        />
      );
    case "plan":
      return <PlanDialog story={story} zone={zone} act={act} plan={actions.planPublication} onClose={onClose} />;
    case "unpublish":
      return <UnpublishDialog act={act} verb={actions.unpublishStory} onClose={onClose} />;
    case "kill":
      return <KillDialog act={act} verb={actions.killStory} onClose={onClose} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={onClose} />;
    case null:
      return null;
    default:
      return dialog satisfies never;
  }
}
