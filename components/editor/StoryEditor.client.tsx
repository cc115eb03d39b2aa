"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import type { Answer } from "#newsroom/kernel/answer";
import { slugOf } from "#newsroom/kernel/slug";
import { textOf } from "#newsroom/stories/document";
import { headlineOr } from "../desk/words.ts";
import { toast } from "../ui/toast-manager.ts";
import { ConflictDialog } from "./ConflictDialog.client.tsx";
import { copyText } from "./copy-text.ts";
import { type EditorDialog, EditorHead } from "./EditorHead.client.tsx";
import type { EditedStory, EditorActions, StoryEditorData } from "./edited-story.ts";
import { KeptTexts } from "./KeptTexts.client.tsx";
import { storyShortcut } from "./keys.ts";
import type { OpenStory } from "./open-story.ts";
import { PlanDialog } from "./PlanDialog.client.tsx";
import { PublishDialog } from "./PublishDialog.client.tsx";
import { RecoveredNotice } from "./RecoveredNotice.client.tsx";
import { SaveBar } from "./SaveBar.client.tsx";
import { SaveWord } from "./SaveWord.tsx";
import { SettingsPanel } from "./SettingsPanel.client.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.client.tsx";
import { StateLine } from "./StateLine.tsx";
import styles from "./StoryEditor.module.css";
import { isAlarming, type SaveState, saveWord } from "./save-state.ts";
import { perform, type Seen } from "./story-verbs.ts";
import { TextColumn } from "./TextColumn.client.tsx";
import { useFields } from "./useFields.ts";
import { useLeaving } from "./useLeaving.ts";
import { useLineText } from "./useLineText.ts";
import { useColumns, useOpenStory, useSaveState } from "./useStory.ts";
import { KillDialog, UnpublishDialog } from "./WithdrawDialogs.client.tsx";

interface StoryEditorProps {
  data: StoryEditorData;
  can: { createTag: boolean };
  actions: EditorActions;
}

/** One story at work: its text, what belongs to it, and what can be done with it. Give it the story's id as `key`. */
export function StoryEditor({ data, can, actions }: StoryEditorProps) {
  const { zone, language: newsroomLanguage } = data.newsroom;
  const { open, startOver } = useOpenStory(data);
  const { columns, state } = useColumns(data, actions);
  const fields = useFields();
  const details = useRef<HTMLElement>(null);
  const [dialog, setDialog] = useState<EditorDialog | null>(null);
  const [words, setWords] = useState(0);
  const [heard, setHeard] = useState("");
  const [isRecoveredSeen, setRecoveredSeen] = useState(false);
  const { story } = state;
  const save = shownState(useSaveState(open), state.stuck);
  const headline = useLineText(open?.doc ?? null, "headline", story.headline);
  const address = addressOf(story, headline, newsroomLanguage);

  const isSafe = useCallback(() => save.kind === "saved" && state.pending === 0, [save.kind, state.pending]);
  const saveNow = useCallback(async () => {
    const [flushed, isSettled] = await Promise.all([open?.sync.flush(), columns.settled()]);
    return isSettled && flushed?.ok !== false;
  }, [open, columns]);
  const wake = useCallback(() => {
    open?.sync.wake();
    columns.wake();
  }, [open, columns]);
  const leaving = useLeaving({ isUnsafe: () => !isSafe(), save: saveNow, wake });

  const act = <Value,>(verb: (seen: Seen) => Promise<Answer<Value>>) => {
    if (!open) return Promise.resolve({ ok: false as const, message: "The story is still opening.", issues: [] });
    return perform({ sync: open.sync, columns }, verb);
  };

  async function actAndSay<Value>(verb: (seen: Seen) => Promise<Answer<Value>>, done: string) {
    const outcome = await act(verb);
    if (outcome.ok) toast({ tone: "good", title: done });
    else toast({ tone: "danger", title: "That did not work", description: outcome.message });
  }

  useNewlyTyped(open, () => {
    if (story.publication.state === "live" && !story.hasUnpublishedChanges)
      columns.patch({ hasUnpublishedChanges: true });
  });

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const shortcut = storyShortcut(event);
      if (!shortcut || (shortcut !== "save" && dialog !== null)) return;
      event.preventDefault();
      event.stopPropagation();
      if (shortcut === "save") void saveNow().then((isSaved) => setHeard(isSaved ? "Saved" : "Not saved"));
      else if (shortcut === "shortcuts" || story.can.publish) setDialog(shortcut);
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [saveNow, story.can.publish, dialog]);

  useEffect(() => {
    document.title = `${headlineOr(headline)} · Desk`;
  }, [headline]);

  /** What is shown in the preview is what is stored: store first, in a tab that the browser lets us open. */
  function preview(event: { preventDefault: () => void }) {
    if (isSafe()) return;
    event.preventDefault();
    const tab = window.open("about:blank", "_blank");
    void saveNow().then((isSaved) => {
      if (!isSaved)
        toast({
          tone: "danger",
          title: "The newest words are not saved yet",
          description: "The preview shows the text before them.",
        });
      if (tab) tab.location.href = `/desk/stories/${story.id}/preview`;
    });
  }

  const close = () => setDialog(null);
  return (
    <div className={styles.screen}>
      <h1>
        <Hidden>Story: {headlineOr(headline)}</Hidden>
      </h1>
      <div className={styles.top}>
        <EditorHead
          story={story}
          address={address}
          saved={<SaveWord state={save} pending={state.pending > 0} />}
          onOpen={setDialog}
          onPreview={preview}
          onSubmit={() =>
            void actAndSay(({ storyId, version }) => actions.submitStory({ storyId, version }), "Handed in for editing")
          }
          onDetails={() =>
            requestAnimationFrame(() => details.current?.querySelector<HTMLElement>("select, input")?.focus())
          }
          onCancelPlan={() => {
            const planId = story.plan?.id;
            if (planId) void actAndSay(() => actions.cancelPlan({ planId }), "The plan is cancelled");
          }}
        >
          <StateLine story={story} words={words} now={data.now} zone={zone} />
        </EditorHead>
        <SaveBar
          state={save}
          keptHere={open?.keptHere() ?? false}
          onTry={wake}
          onCompare={() => setDialog("compare")}
          onCopy={() => open && void copyText(open.doc)}
        />
        <Hidden>
          <StatusLine>{heard ? `${heard}. ${saveWord(save, new Date())}` : null}</StatusLine>
        </Hidden>
      </div>
      {open?.recovered && !isRecoveredSeen ? (
        <RecoveredNotice
          recovered={open.recovered}
          language={story.language}
          onDismiss={() => setRecoveredSeen(true)}
        />
      ) : null}
      <div className={styles.sides}>
        <div className={styles.text}>
          {open && !open.isKnown ? <NewerContent /> : null}
          {open?.isKnown ? (
            <TextColumn
              key={open.doc.guid}
              doc={open.doc}
              fields={fields}
              language={story.language}
              editable={story.can.write}
              onWords={setWords}
              onShortcuts={() => setDialog("shortcuts")}
            />
          ) : null}
        </div>
        <aside ref={details} className={styles.panel} aria-label="About the story">
          <SettingsPanel
            data={data}
            can={can}
            actions={actions}
            columns={columns}
            state={state}
            headline={headline}
            onStage={(stage) =>
              void actAndSay(({ storyId, version }) => actions.moveStory({ storyId, version, stage }), "Moved")
            }
          />
          <KeptTexts
            kept={data.conflicts}
            current={() => (open ? readable(open) : null)}
            language={story.language}
            now={data.now}
            zone={zone}
          />
        </aside>
      </div>
      {dialog === "publish" ? (
        <PublishDialog
          subject={{ headline, words, story, now: new Date(), zone }}
          isLive={story.publication.state === "live"}
          wasPublished={story.firstPublishedAt !== null}
          address={address}
          act={act}
          publish={actions.publishStory}
          onClose={close}
        />
      ) : null}
      {dialog === "plan" ? (
        <PlanDialog story={story} zone={zone} act={act} plan={actions.planPublication} onClose={close} />
      ) : null}
      {dialog === "unpublish" ? <UnpublishDialog act={act} verb={actions.unpublishStory} onClose={close} /> : null}
      {dialog === "kill" ? <KillDialog act={act} verb={actions.killStory} onClose={close} /> : null}
      {dialog === "shortcuts" ? <ShortcutsDialog onClose={close} /> : null}
      {open && save.kind === "conflict" ? (
        <ConflictDialog
          conflict={save.conflict}
          mine={dialog === "compare" ? readable(open) : null}
          sync={open.sync}
          language={story.language}
          isOpen={dialog === "compare"}
          onClose={close}
          onTaken={() => {
            close();
            startOver();
            void columns.refresh();
          }}
        />
      ) : null}
      <AlertDialog
        title="Leave without saving?"
        description="Your newest changes have not reached the newsroom. What you typed in the text stays in this browser and is put back when you open the story again."
        open={leaving.asked !== null}
        onOpenChange={(stays) => (stays ? undefined : leaving.stay())}
        confirmLabel="Leave"
        cancelLabel="Stay"
        tone="danger"
        onConfirm={leaving.leave}
      />
    </div>
  );
}

const NewerContent = () => (
  <div className={styles.newer}>
    <p>This story holds something that this version of the editor does not know. Reload the page to go on.</p>
    <Button onClick={() => location.reload()}>Reload</Button>
  </div>
);

/** The text is the more important of the two; what is beside it raises the same bar when nothing answers. */
function shownState(text: SaveState, stuck: "signedOut" | "unreachable" | null): SaveState {
  if (isAlarming(text) || stuck === null) return text;
  if (stuck === "signedOut") return { kind: "signedOut" };
  return {
    kind: "failed",
    why: "the newsroom does not answer.",
    whatToDo: "It is sent again by itself; you can go on writing.",
  };
}

/** Where readers will find it, as far as this window can tell. */
function addressOf(story: EditedStory, headline: string, newsroomLanguage: string): string {
  const follows = !story.slugChosen && !story.firstPublishedAt;
  const slug = follows ? (slugOf(headline) ?? "…") : story.slug;
  return story.language === newsroomLanguage ? `/stories/${slug}` : `/${story.language}/stories/${slug}`;
}

function readable({ doc }: OpenStory) {
  try {
    return textOf(doc);
  } catch {
    return null;
  }
}

/** Calls back when this window changes the text. */
function useNewlyTyped(open: OpenStory | null, onTyped: () => void) {
  useEffect(() => {
    if (!open) return;
    const check = () => {
      if (open.sync.state().kind === "unsent" || open.sync.state().kind === "saving") onTyped();
    };
    return open.sync.subscribe(check);
  }, [open, onTyped]);
}
