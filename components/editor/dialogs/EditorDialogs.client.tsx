"use client";
import type { Answer } from "#newsroom/kernel/answer";
import type { StoryText } from "#newsroom/stories/document/story-text";
import type { StoryState } from "#newsroom/stories/revisions/revision-queries";
import { cancelledWords } from "../cancelled-plans.ts";
import type { Findings } from "../checks/useFindings.ts";
import type { EditedStory, EditorActions, StoryEditorData } from "../edited-story.ts";
import type { OpenStory } from "../saving/open-story.ts";
import { ShareDialog } from "../share/ShareDialog.client.tsx";
import type { Outcome, Seen } from "../story-verbs.ts";
import { ToldDialog } from "../told/ToldDialog.client.tsx";
import { ConfideDialog } from "./ConfideDialog.client.tsx";
import { CorrectDialog } from "./CorrectDialog.client.tsx";
import { EmbargoDialog } from "./EmbargoDialog.client.tsx";
import { beforePlanning } from "./LastLook.client.tsx";
import { NameDialog } from "./NameDialog.client.tsx";
import { PlanPublicationDialog, PlanWithdrawalDialog } from "./PlanDialog.client.tsx";
import { PublishDialog } from "./PublishDialog.client.tsx";
import { ReaddressDialog } from "./ReaddressDialog.client.tsx";
import { RestoreDialog } from "./RestoreDialog.client.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.client.tsx";
import { KillDialog, RetractDialog, SpikeStoryDialog, UnpublishDialog } from "./WithdrawDialogs.client.tsx";
import { ClearDialog, HoldDialog, ReferDialog, ReleaseDialog, ReturnDialog } from "./WorkflowDialogs.client.tsx";

export type EditorDialog =
  | "return"
  | "refer"
  | "clear"
  | "hold"
  | "release"
  | "confide"
  | "publish"
  | "plan"
  | "withdrawal"
  | "correct"
  | "told"
  | "readdress"
  | "retract"
  | "unpublish"
  | "kill"
  | "spike"
  | "shortcuts"
  | "name"
  | "restore"
  | "share"
  | "embargo";

interface EditorDialogsProps {
  dialog: EditorDialog | null;
  story: EditedStory;
  colleagues: StoryEditorData["colleagues"];
  text: { headline: string; words: number; suggestions: number; current: () => StoryText | null };
  address: string;
  zone: string;
  /** Readers are shown what an update changed, unless its publisher says otherwise. */
  updatesArePublic: boolean;
  /** What is asked to be restored, if anything. */
  restore: StoryState | null;
  open: OpenStory | null;
  /** What the checks find, and the way to their list. */
  findings: Findings & { onShow: () => void };
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
    colleagues,
    text,
    address,
    zone,
    updatesArePublic,
    restore,
    open,
    findings,
    actions,
    act,
    onClose,
    onSuggestions,
    onRestored,
  } = props;
  const lookedAt = {
    subject: {
      headline: text.headline,
      words: text.words,
      suggestions: text.suggestions,
      story,
      now: new Date(),
      zone,
    },
    findings,
    language: story.language,
  };
  const cancels = (doing: Parameters<typeof cancelledWords>[0]) =>
    cancelledWords(doing, story, lookedAt.subject.now, zone);
  const bounds = { zone, embargoUntil: story.embargoUntil, before: story.withdrawal?.at ?? null };
  switch (dialog) {
    case "publish":
      return (
        <PublishDialog
          lookedAt={lookedAt}
          isLive={story.publication.state === "live"}
          updatesArePublic={updatesArePublic}
          wasPublished={story.firstPublishedAt !== null}
          address={address}
          act={act}
          publish={actions.publishStory}
          current={text.current}
          seq={open?.sync.seq() ?? 0}
          writersSince={(seq) => actions.readWritersSince({ storyId: story.id, seq })}
          cancels={cancels("publish")}
          onSuggestions={onSuggestions}
          onClose={onClose}
        />
      );
    case "correct":
      return (
        <CorrectDialog
          lookedAt={lookedAt}
          act={act}
          correct={actions.correctStory}
          plan={actions.planCorrection}
          plannedFor={story.plan?.verb === "correct" ? story.plan.at : null}
          said={story.correction}
          cancels={{ now: cancels("correct"), later: cancels("plan a correction") }}
          bounds={bounds}
          current={text.current}
          seq={open?.sync.seq() ?? 0}
          writersSince={(seq) => actions.readWritersSince({ storyId: story.id, seq })}
          onSuggestions={onSuggestions}
          onClose={onClose}
        />
      );
    case "told":
      return (
        <ToldDialog
          storyId={story.id}
          language={story.language}
          zone={zone}
          act={act}
          actions={actions}
          onClose={onClose}
        />
      );
    case "readdress":
      return (
        <ReaddressDialog
          story={story}
          address={address}
          act={act}
          readdress={actions.readdressStory}
          onClose={onClose}
        />
      );
    case "retract":
      return (
        <RetractDialog
          act={act}
          verb={actions.retractStory}
          notice={story.takenDown?.notice ?? null}
          cancels={cancels("take down")}
          onClose={onClose}
        />
      );
    case "plan":
      return (
        <PlanPublicationDialog
          isLive={story.publication.state === "live"}
          lookedAt={beforePlanning(lookedAt)}
          isPublic={story.planIsPublic ?? updatesArePublic}
          planned={story.plan?.at ?? null}
          bounds={bounds}
          text={{
            current: text.current,
            seq: open?.sync.seq() ?? 0,
            writersSince: (seq) => actions.readWritersSince({ storyId: story.id, seq }),
          }}
          act={act}
          plan={actions.planPublication}
          onSuggestions={onSuggestions}
          onClose={onClose}
        />
      );
    case "withdrawal":
      return (
        <PlanWithdrawalDialog
          planned={story.withdrawal?.at ?? null}
          bounds={{ zone, after: story.plan?.at ?? null }}
          act={act}
          plan={({ storyId, version, at, zone }) => actions.planWithdrawal({ storyId, version, at, zone })}
          onClose={onClose}
        />
      );
    case "unpublish":
      return (
        <UnpublishDialog act={act} verb={actions.unpublishStory} cancels={cancels("take down")} onClose={onClose} />
      );
    case "kill":
      return (
        <KillDialog
          act={act}
          verb={actions.killStory}
          wasKilled={story.publication.state === "withdrawn" && story.publication.how === "killed"}
          cancels={cancels("take down")}
          onClose={onClose}
        />
      );
    case "return":
      return <ReturnDialog act={act} verb={actions.returnStory} onClose={onClose} />;
    case "refer":
      return <ReferDialog act={act} verb={actions.referStory} onClose={onClose} />;
    case "clear":
      return <ClearDialog act={act} verb={actions.clearStory} onClose={onClose} />;
    case "hold":
      return <HoldDialog act={act} verb={actions.holdStory} onClose={onClose} />;
    case "release":
      return <ReleaseDialog act={act} verb={actions.releaseStory} onClose={onClose} />;
    case "confide":
      return <ConfideDialog story={story} colleagues={colleagues} act={act} actions={actions} onClose={onClose} />;
    case "spike":
      return <SpikeStoryDialog act={act} verb={actions.spikeStory} cancels={cancels("take down")} onClose={onClose} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={onClose} />;
    case "name":
      return <NameDialog act={act} name={actions.nameRevision} onClose={onClose} />;
    case "embargo":
      return <EmbargoDialog story={story} zone={zone} act={act} embargo={actions.setEmbargo} onClose={onClose} />;
    case "share":
      return (
        <ShareDialog
          storyId={story.id}
          zone={zone}
          embargoUntil={story.embargoUntil}
          act={act}
          actions={actions}
          onClose={onClose}
        />
      );
    case "restore":
      return open && restore ? (
        <RestoreDialog
          state={restore}
          open={open}
          current={text.current}
          seq={open.sync.seq()}
          writersSince={(seq) => actions.readWritersSince({ storyId: story.id, seq })}
          people={colleagues}
          language={story.language}
          zone={zone}
          act={act}
          keep={actions.nameRevision}
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
