"use client";
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Hidden } from "#components/ui/Hidden";
import type { Answer } from "#newsroom/kernel/answer";
import { textOf } from "#newsroom/stories/document/document";
import { storyName } from "#newsroom/stories/story-name";
import type { Finding } from "#newsroom/workflow/checks/finding";
import { toast } from "../ui/toast-manager.ts";
import { AsideTabs, type Side } from "./AsideTabs.client.tsx";
import { AssignmentList } from "./assignments/AssignmentList.client.tsx";
import { useAssignments } from "./assignments/useAssignments.ts";
import { CheckList } from "./checks/CheckList.client.tsx";
import { useFindings } from "./checks/useFindings.ts";
import { useStruck } from "./checks/useStruck.ts";
import { CommentList } from "./comments/CommentList.client.tsx";
import { useComments } from "./comments/useComments.ts";
import { copyText } from "./copy-text.ts";
import { type EditorDialog, EditorDialogs } from "./dialogs/EditorDialogs.client.tsx";
import { EditorHead } from "./EditorHead.client.tsx";
import type { EditorActions, StoryEditorData } from "./edited-story.ts";
import { LiveLine } from "./LiveLine.client.tsx";
import { NotOpened } from "./notices/NotOpened.client.tsx";
import { StoryNotices } from "./notices/StoryNotices.client.tsx";
import { SignInAgain } from "./SignInAgain.client.tsx";
import { StateLine } from "./StateLine.tsx";
import styles from "./StoryEditor.module.css";
import type { OpenStory } from "./saving/open-story.ts";
import { SaveBar } from "./saving/SaveBar.client.tsx";
import { SaveHeard, SaveWord } from "./saving/SaveWord.client.tsx";
import { useSaving, useStoryShortcuts } from "./saving/useSaving.ts";
import { SettingsPanel } from "./settings/SettingsPanel.client.tsx";
import { useFields } from "./settings/useFields.ts";
import { storyAddress } from "./story-address.ts";
import { inTurn, perform, type Seen } from "./story-verbs.ts";
import { SuggestionList } from "./suggestions/SuggestionList.client.tsx";
import { useSuggestionList } from "./suggestions/useSuggestionList.ts";
import { TextColumn } from "./text/TextColumn.client.tsx";
import { useHeights } from "./text/useHeights.ts";
import { useLineText } from "./text/useLineText.ts";
import { usePutAside } from "./usePutAside.ts";
import { useRestore } from "./useRestore.ts";
import { useColumns, useMayWrite, useNewlyTyped, useOpenStory } from "./useStory.ts";
import { useSayLive, useStoryNews } from "./useStoryNews.ts";
import { useTaken } from "./useTaken.ts";
import { useWriters } from "./writers/useWriters.ts";
import { Writers } from "./writers/Writers.client.tsx";

interface StoryEditorProps {
  data: StoryEditorData;
  can: { createTag: boolean };
  actions: EditorActions;
}

const detailControls = {
  sectionId: "[name=section]",
  tagIds: "[role=combobox]",
  leadImage: "[name=leadImage]",
};

/** One story at work: its text, what belongs to it, and what can be done with it. Give it the story's id as `key`. */
export function StoryEditor({ data, can, actions }: StoryEditorProps) {
  const { zone, language: newsroomLanguage } = data.newsroom;
  const taken = useTaken(data.story.id, data.me.id);
  const { open, isBroken, round } = useOpenStory(data, taken.add);
  const putAside = usePutAside({ storyId: data.story.id, loaded: data.putAside, round, actions });
  const { columns, state } = useColumns(data, actions);
  const { story } = state;
  const { isSafe, saveNow, wake, leaving } = useSaving(open, columns);
  const [dialog, setDialog] = useState<EditorDialog | null>(null);
  const [turn] = useState(inTurn);
  const [isSigningIn, setSigningIn] = useState(false);
  const heard = useStoryShortcuts({ dialog, canPublish: story.can.publish, saveNow, onOpen: setDialog });
  const fields = useFields();
  const [screen, head, alarm] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ];
  const details = useRef<HTMLElement>(null);
  useHeights(screen, { "head-height": head, "alarm-height": alarm });
  const [words, setWords] = useState(data.story.wordCount);
  const mayWrite = useMayWrite(open);
  const [body, setBody] = useState<Editor | null>(null);
  const suggestions = useSuggestionList(open?.isKnown ? open.doc : null);
  const [currentSuggestion, setCurrentSuggestion] = useState<string | null>(null);
  const suggestionsHeading = useRef<HTMLHeadingElement>(null);
  const writers = useWriters(open, data.me.id);
  const comments = useComments({
    storyId: story.id,
    personId: data.me.id,
    threads: data.threads,
    threadId: data.threadId,
    now: data.now,
    can: { comment: story.can.comment, mark: story.can.write && mayWrite },
    open,
    fields,
    actions,
  });
  const findings = useFindings({
    storyId: story.id,
    version: story.version,
    openComments: comments.openCount,
    open,
    actions,
  });
  const struck = useStruck(fields, findings.list);
  const headline = useLineText(open?.doc ?? null, "headline", story.headline);
  const name = storyName({ headline, slugline: story.slugline });
  const address = storyAddress(story, headline, newsroomLanguage);
  const clock = useStoryNews(open, columns, story, data.now);
  useSayLive(story, address);
  const now = new Date(clock());

  useEffect(() => {
    document.title = `${name} · Desk`;
  }, [name]);

  useRestore(open, data.restore, story.can.write, () => setDialog("restore"));

  useNewlyTyped(open, () => {
    if (story.publication.state === "live" && !story.hasUnpublishedChanges)
      columns.patch({ hasUnpublishedChanges: true });
  });

  const act = <Value,>(verb: (seen: Seen) => Promise<Answer<Value>>) => {
    if (!open) return Promise.resolve({ ok: false as const, message: "The story is still opening.", issues: [] });
    return turn(() => perform({ sync: open.sync, columns }, verb));
  };

  const assignments = useAssignments({
    storyId: story.id,
    personId: data.me.id,
    loaded: data.assignments,
    now: data.now,
    open,
    act,
    actions,
  });

  /** `done` is null where the screen shows by itself what came of it. */
  async function actAndSay<Value>(verb: (seen: Seen) => Promise<Answer<Value>>, done: string | null) {
    const outcome = await act(verb);
    if (outcome.ok) {
      if (done) toast({ tone: "good", title: done });
    } else toast({ tone: "danger", title: "That did not work", description: outcome.message });
  }

  function cancelPlan(planId: string | undefined, done: string) {
    if (planId) void actAndSay(() => actions.cancelPlan({ planId }), done);
  }

  function show(side: Side) {
    setDialog(null);
    comments.setSide(side);
    requestAnimationFrame(() => details.current?.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus());
  }

  function goToFinding(finding: Finding) {
    const { part } = finding.at;
    if (part === "comments") return show("comments");
    if (part === "sectionId" || part === "tagIds" || part === "leadImage") return showDetail(part);
    struck.goTo(finding);
  }

  function showDetail(part: keyof typeof detailControls) {
    comments.setSide("details");
    const control = detailControls[part];
    requestAnimationFrame(() => details.current?.querySelector<HTMLElement>(control)?.focus());
  }

  /** What the preview shows is what is stored: store first, and open the tab at once, while the browser lets us. */
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

  return (
    <div ref={screen} className={styles.screen}>
      <h1>
        <Hidden>Story: {name}</Hidden>
      </h1>
      <div ref={head} className={styles.top}>
        <EditorHead
          story={story}
          stages={data.stages}
          address={address}
          now={now}
          saved={
            <>
              <Writers writers={writers} />
              <SaveWord open={open} columns={state} />
            </>
          }
          onOpen={setDialog}
          onPreview={preview}
          onSubmit={() =>
            void actAndSay(({ storyId, version }) => actions.submitStory({ storyId, version }), "Handed in for editing")
          }
          onDetails={() => showDetail("sectionId")}
          onCancelPlan={() => cancelPlan(story.plan?.id, "The plan is cancelled")}
          onCancelWithdrawal={() => cancelPlan(story.withdrawal?.id, "The withdrawal is cancelled")}
        >
          <StateLine story={story} words={words} now={now} zone={zone} />
          <LiveLine
            story={story}
            clock={clock}
            zone={zone}
            onUndo={() => cancelPlan(story.goingLive?.id, "Taken back: readers did not get it")}
          />
        </EditorHead>
        <Hidden>
          <SaveHeard open={open} columns={state} heard={heard} />
        </Hidden>
      </div>
      <div ref={alarm} className={styles.alarm}>
        <SaveBar
          open={open}
          columns={state}
          onTry={wake}
          onSignIn={() => setSigningIn(true)}
          onCopy={() => open && void copyText(open.doc)}
        />
      </div>
      <StoryNotices
        story={story}
        recovered={open?.recovered ?? null}
        left={open?.left ?? []}
        putAside={putAside}
        taken={taken}
        stages={data.stages}
        now={data.now}
        zone={zone}
        onTake={() =>
          void actAndSay(
            ({ storyId, version }) => actions.takeIdea({ storyId, version }),
            story.assignee && story.assignee.id !== data.me.id
              ? `It is ${story.assignee.name}’s to write`
              : "It is yours to write",
          )
        }
      />
      <div className={styles.sides}>
        <div className={styles.text}>
          {open?.isKnown ? (
            <TextColumn
              key={open.doc.guid}
              storyId={story.id}
              doc={open.doc}
              fields={fields}
              language={story.language}
              editable={story.can.write && mayWrite}
              carets={{ awareness: open.sync.awareness, me: data.me }}
              comments={comments}
              saved={<SaveWord open={open} columns={state} />}
              onWords={setWords}
              onCurrent={setCurrentSuggestion}
              onBody={setBody}
              onShortcuts={() => setDialog("shortcuts")}
            />
          ) : open || isBroken ? (
            <NotOpened />
          ) : null}
        </div>
        <aside ref={details} className={styles.panel} aria-label="About the story">
          {body ? (
            <SuggestionList
              fields={fields}
              list={suggestions}
              current={currentSuggestion}
              people={new Map(data.colleagues.map(({ id, name }) => [id, name]))}
              now={data.now}
              zone={zone}
              editable={story.can.write && mayWrite}
              heading={suggestionsHeading}
            />
          ) : null}
          <AsideTabs
            side={comments.side}
            onSide={comments.setSide}
            openComments={comments.openCount}
            findings={findings.list?.length ?? null}
            details={
              <SettingsPanel
                data={data}
                can={can}
                actions={actions}
                columns={columns}
                state={state}
                headline={headline}
                assignments={
                  <AssignmentList work={assignments} people={data.colleagues.filter(({ isIn }) => isIn)} zone={zone} />
                }
                onMove={(stage, note) =>
                  void actAndSay(
                    ({ storyId, version }) => actions.moveStory({ storyId, version, stage, ...(note && { note }) }),
                    "Moved",
                  )
                }
                onDirect={(changes) =>
                  void actAndSay(({ storyId, version }) => actions.directStory({ storyId, version, changes }), null)
                }
              />
            }
            comments={<CommentList comments={comments} zone={zone} language={story.language} />}
            checks={
              <CheckList
                findings={findings.list}
                language={story.language}
                editable={story.can.write && mayWrite}
                onGo={goToFinding}
                onReplace={struck.replace}
              />
            }
          />
        </aside>
      </div>
      <EditorDialogs
        dialog={dialog}
        story={story}
        colleagues={data.colleagues}
        text={{ headline, words, suggestions: suggestions.length, current: () => readable(open) }}
        address={address}
        zone={zone}
        updatesArePublic={data.newsroom.updatesArePublic}
        restore={data.restore === "gone" ? null : data.restore}
        open={open}
        findings={{ ...findings, onShow: () => show("checks") }}
        actions={actions}
        act={act}
        onClose={() => setDialog(null)}
        onSuggestions={() => {
          setDialog(null);
          requestAnimationFrame(() => suggestionsHeading.current?.focus());
        }}
        onRestored={() => {
          setDialog(null);
          requestAnimationFrame(() => fields.focus("body", "start"));
        }}
      />
      {isSigningIn ? (
        <SignInAgain
          me={data.me}
          onClose={() => setSigningIn(false)}
          onBack={() => {
            setSigningIn(false);
            wake();
          }}
        />
      ) : null}
      <AlertDialog
        title="Leave without saving?"
        description="Your newest changes have not reached the newsroom. What you typed in the text stays in this browser and is put back when you open the story again."
        open={leaving.isAsked}
        onOpenChange={(stays) => (stays ? undefined : leaving.stay())}
        confirmLabel="Leave"
        cancelLabel="Stay"
        tone="danger"
        onConfirm={leaving.leave}
      />
    </div>
  );
}

function readable(open: OpenStory | null) {
  try {
    return open && textOf(open.doc);
  } catch {
    return null;
  }
}
