"use client";
import type { Answer } from "#newsroom/kernel/answer";
import type { StoryText } from "#newsroom/stories/story-text";
import { ConflictDialog } from "./ConflictDialog.client.tsx";
import type { EditedStory, EditorActions } from "./edited-story.ts";
import type { OpenStory } from "./open-story.ts";
import { PlanDialog } from "./PlanDialog.client.tsx";
import { PublishDialog } from "./PublishDialog.client.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.client.tsx";
import type { SaveState } from "./save-state.ts";
import type { Outcome, Seen } from "./story-verbs.ts";
import { KillDialog, UnpublishDialog } from "./WithdrawDialogs.client.tsx";

export type EditorDialog = "publish" | "plan" | "unpublish" | "kill" | "shortcuts" | "compare";

interface EditorDialogsProps {
  dialog: EditorDialog | null;
  story: EditedStory;
  text: { headline: string; words: number; current: () => StoryText | null };
  address: string;
  zone: string;
  open: OpenStory | null;
  save: SaveState;
  actions: EditorActions;
  act: <Value>(verb: (seen: Seen) => Promise<Answer<Value>>) => Promise<Outcome<Value>>;
  onClose: () => void;
  /** A conflict is over; `anew` when the newsroom's text was taken and has to be loaded. */
  onSettled: (anew: boolean) => void;
}

/** The one dialog of the editor that is open, if any. */
export function EditorDialogs(props: EditorDialogsProps) {
  const { dialog, story, text, address, zone, open, save, actions, act, onClose, onSettled } = props;
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
    case "compare":
      return open && save.kind === "conflict" ? (
        <ConflictDialog
          conflict={save.conflict}
          mine={text.current()}
          sync={open.sync}
          language={story.language}
          onClose={onClose}
          onSettled={onSettled}
        />
      ) : null;
    case null:
      return null;
    default:
      return dialog satisfies never;
  }
}
