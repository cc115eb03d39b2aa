"use client";
import type { Answer } from "#newsroom/kernel/answer";
import type { StoryState } from "#newsroom/stories/revision-queries";
import type { StoryText } from "#newsroom/stories/story-text";
import type { EditedStory, EditorActions } from "./edited-story.ts";
import { NameDialog } from "./NameDialog.client.tsx";
import type { OpenStory } from "./open-story.ts";
import { PlanDialog } from "./PlanDialog.client.tsx";
import { PublishDialog } from "./PublishDialog.client.tsx";
import { RestoreDialog } from "./RestoreDialog.client.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.client.tsx";
import type { Outcome, Seen } from "./story-verbs.ts";
import { KillDialog, SpikeStoryDialog, UnpublishDialog } from "./WithdrawDialogs.client.tsx";

export type EditorDialog = "publish" | "plan" | "unpublish" | "kill" | "spike" | "shortcuts" | "name" | "restore";

interface EditorDialogsProps {
  dialog: EditorDialog | null;
  story: EditedStory;
  text: { headline: string; words: number; suggestions: number; current: () => StoryText | null };
  address: string;
  zone: string;
  /** What is asked to be restored, if anything. */
  restore: StoryState | null;
  open: OpenStory | null;
  /** How many are not resolved, and the way to them. */
  comments: { open: number; onShow: () => void };
  actions: EditorActions;
  act: <Value>(verb: (seen: Seen) => Promise<Answer<Value>>) => Promise<Outcome<Value>>;
  onClose: () => void;
  /** Leads to the list of suggestions. */
  onSuggestions: () => void;
  onRestored: () => void;
}

/** The one dialog of the editor that is open, if any. */
export function EditorDialogs(props: EditorDialogsProps) {
  const {
    dialog,
    story,
    text,
    address,
    zone,
    restore,
    open,
    comments,
    actions,
    act,
    onClose,
    onSuggestions,
    onRestored,
  } = props;
  switch (dialog) {
    case "publish":
      return (
        <PublishDialog
          subject={{
            headline: text.headline,
            words: text.words,
            suggestions: text.suggestions,
            story,
            now: new Date(),
            zone,
          }}
          isLive={story.publication.state === "live"}
          wasPublished={story.firstPublishedAt !== null}
          address={address}
          act={act}
          publish={actions.publishStory}
          current={text.current}
          seq={open?.sync.seq() ?? 0}
          writersSince={(seq) => actions.readWritersSince({ storyId: story.id, seq })}
          language={story.language}
          comments={comments}
          onSuggestions={onSuggestions}
          onClose={onClose}
        />
      );
    case "plan":
      return <PlanDialog story={story} zone={zone} act={act} plan={actions.planPublication} onClose={onClose} />;
    case "unpublish":
      return <UnpublishDialog act={act} verb={actions.unpublishStory} onClose={onClose} />;
    case "kill":
      return <KillDialog act={act} verb={actions.killStory} onClose={onClose} />;
    case "spike":
      return <SpikeStoryDialog act={act} verb={actions.spikeStory} onClose={onClose} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={onClose} />;
    case "name":
      return <NameDialog act={act} name={actions.nameRevision} onClose={onClose} />;
    case "restore":
      return open && restore ? (
        <RestoreDialog
          state={restore}
          open={open}
          current={text.current()}
          language={story.language}
          zone={zone}
          act={act}
          record={actions.recordRestore}
          onClose={onClose}
          onRestored={onRestored}
        />
      ) : null;
    case null:
      return null;
    default:
      return dialog satisfies never;
  }
}
