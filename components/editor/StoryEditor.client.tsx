"use client";
import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { Hidden } from "#components/ui/Hidden";
import { storyName } from "#newsroom/stories/story-name";
import { AsideTabs } from "./AsideTabs.client.tsx";
import { AssignmentList } from "./assignments/AssignmentList.client.tsx";
import { useAssignments } from "./assignments/useAssignments.ts";
import { CheckList } from "./checks/CheckList.client.tsx";
import { useFindings } from "./checks/useFindings.ts";
import { useStruck } from "./checks/useStruck.ts";
import { CommentList } from "./comments/CommentList.client.tsx";
import { useComments } from "./comments/useComments.ts";
import { type EditorDialog, EditorDialogs } from "./dialogs/EditorDialogs.client.tsx";
import { EditorHead } from "./EditorHead.client.tsx";
import type { EditorActions, StoryEditorData } from "./edited-story.ts";
import { LiveLine } from "./LiveLine.client.tsx";
import { NotShown } from "./notices/NotShown.client.tsx";
import { StoryNotices } from "./notices/StoryNotices.client.tsx";
import { StateLine } from "./StateLine.tsx";
import styles from "./StoryEditor.module.css";
import { LeavingQuestion } from "./saving/LeavingQuestion.client.tsx";
import { readable } from "./saving/open-story.ts";
import { previewSaved } from "./saving/preview-saved.ts";
import { SaveBar } from "./saving/SaveBar.client.tsx";
import { SaveHeard, SaveWord } from "./saving/SaveWord.client.tsx";
import { leavingWords } from "./saving/save-state.ts";
import { useSaving, useStoryShortcuts } from "./saving/useSaving.ts";
import { SettingsPanel } from "./settings/SettingsPanel.client.tsx";
import { useFields } from "./settings/useFields.ts";
import { storyAddress } from "./story-address.ts";
import { SuggestionList } from "./suggestions/SuggestionList.client.tsx";
import { suggestingMode } from "./suggestions/suggesting-mode.ts";
import { useSuggestionList } from "./suggestions/useSuggestionList.ts";
import { TextColumn } from "./text/TextColumn.client.tsx";
import { useHeights } from "./text/useHeights.ts";
import { useLineText } from "./text/useLineText.ts";
import { useAside } from "./useAside.ts";
import { usePutAside } from "./usePutAside.ts";
import { useRestore } from "./useRestore.ts";
import { useColumns, useMayWrite, useNewlyTyped, useOpenStory } from "./useStory.ts";
import { useSayLive, useStoryNews } from "./useStoryNews.ts";
import { useTaken } from "./useTaken.ts";
import { useVerbs } from "./useVerbs.ts";
import { useWriters } from "./writers/useWriters.ts";
import { Writers } from "./writers/Writers.client.tsx";

interface StoryEditorProps {
  data: StoryEditorData;
  can: { createTag: boolean };
  actions: EditorActions;
}

/** One story at work: its text, what belongs to it, and what can be done with it. Give it the story's id as `key`. */
export function StoryEditor({ data, can, actions }: StoryEditorProps) {
  const { zone, language: newsroomLanguage } = data.newsroom;
  const taken = useTaken(data.story.id, data.me.id);
  const opened = useOpenStory(data, taken.taking);
  const { open, unopened, round } = opened;
  const putAside = usePutAside({ storyId: data.story.id, loaded: data.putAside, round, actions });
  const { columns, state } = useColumns(data, actions);
  const { story } = state;
  const saving = useSaving(opened, columns);
  const [dialog, setDialog] = useState<EditorDialog | null>(null);
  const heard = useStoryShortcuts({
    dialog,
    canPublish: story.can.publish,
    saveNow: saving.saveNow,
    onOpen: setDialog,
  });
  const fields = useFields();
  const [mode] = useState(() => suggestingMode(story.id, data.me.id));
  const [screen, head, alarm] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
  ];
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
  const { aside, show, showDetail, goTo } = useAside(comments.setSide, struck.goTo);
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

  const verbs = useVerbs(open, columns, actions);
  const assignments = useAssignments({
    storyId: story.id,
    loaded: data.assignments,
    now: data.now,
    open,
    act: verbs.act,
    actions,
  });

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
              <SaveWord open={open} unopened={unopened} columns={state} />
            </>
          }
          onOpen={setDialog}
          onPreview={previewSaved(story.id, saving)}
          onSubmit={verbs.submit}
          onDetails={() => showDetail("sectionId")}
          onCancelPlan={() => verbs.cancelPlan(story.plan?.id, "The plan is cancelled")}
          onCancelWithdrawal={() => verbs.cancelPlan(story.withdrawal?.id, "The withdrawal is cancelled")}
        >
          <StateLine story={story} words={words} now={now} zone={zone} />
          <LiveLine
            story={story}
            clock={clock}
            zone={zone}
            onUndo={() => verbs.cancelPlan(story.goingLive?.id, "Taken back: readers did not get it")}
          />
        </EditorHead>
        <Hidden>
          <SaveHeard open={open} unopened={unopened} columns={state} heard={heard} />
        </Hidden>
      </div>
      <div ref={alarm} className={styles.alarm}>
        <SaveBar open={open} unopened={unopened} columns={state} me={data.me} onTry={saving.wake} />
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
        onTake={() => verbs.takeIdea(story.assignee && story.assignee.id !== data.me.id ? story.assignee.name : null)}
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
              suggestingMode={mode}
              saved={<SaveWord open={open} unopened={unopened} columns={state} />}
              onWords={setWords}
              onCurrent={setCurrentSuggestion}
              onBody={setBody}
              onShortcuts={() => setDialog("shortcuts")}
            />
          ) : (
            <NotShown state={open ? null : unopened} />
          )}
        </div>
        <aside ref={aside} className={styles.panel} aria-label="About the story">
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
                onMove={verbs.move}
                onDirect={verbs.direct}
              />
            }
            comments={<CommentList comments={comments} zone={zone} language={story.language} />}
            checks={
              <CheckList
                findings={findings.list}
                language={story.language}
                editable={story.can.write && mayWrite}
                onGo={goTo}
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
        findings={{
          ...findings,
          onShow: () => {
            setDialog(null);
            show("checks");
          },
        }}
        actions={actions}
        act={verbs.act}
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
      <LeavingQuestion leaving={saving.leaving} lost={leavingWords(open?.keptHere() ?? false)} />
    </div>
  );
}
