"use client";
import type { Editor } from "@tiptap/core";
import { MessageSquarePlus } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/Button";
import type { Person } from "#newsroom/stories/comments/comments";
import { keysOf } from "../keys.ts";
import { CommentField } from "./CommentField.client.tsx";
import styles from "./Comments.module.css";
import { placed } from "./comment-spots.ts";
import { commentedIn, fieldOf } from "./commenting.ts";
import { ThreadItem } from "./ThreadItem.client.tsx";
import { type Comments, commentsHeading, threadAnchor } from "./useComments.ts";

interface CommentListProps {
  comments: Comments;
  zone: string;
  language: string;
}

/** What is said about the story, beside its text and in the order of its words. */
export function CommentList({ comments, zone, language }: CommentListProps) {
  const { threads, editors, draft, can, begin, storyId, actions, lookedFor } = comments;
  const { inText, active } = useCommentedText(editors);
  const [showsResolved, setShowsResolved] = useState(
    () => threads.find(({ id }) => id === lookedFor)?.resolved != null,
  );
  const asked = useRef<Promise<Person[]> | null>(null);
  const people = useCallback(() => {
    asked.current ??= actions.readPeopleToMention(storyId).then(
      (answer) => (answer.ok ? answer.value : []),
      () => [],
    );
    return asked.current;
  }, [actions, storyId]);

  const isFound = useRef(false);
  useEffect(() => {
    const item = lookedFor && !isFound.current ? document.getElementById(threadAnchor(lookedFor)) : null;
    if (!item) return;
    isFound.current = true;
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  }, [lookedFor]);

  const goTo = (id: string) => {
    const editor = fieldOf(editors, id);
    const [first] = (editor && commentedIn(editor.state).spots.get(id)) ?? [];
    if (first) editor?.chain().setTextSelection(first.from).scrollIntoView().focus().run();
  };
  const listed = (isResolved: boolean) =>
    placed(
      threads.filter(({ resolved }) => (resolved !== null) === isResolved),
      inText,
    ).map(({ thread, place }) => (
      <ThreadItem
        key={thread.id}
        thread={thread}
        place={place}
        isActive={active === thread.id}
        comments={comments}
        zone={zone}
        language={language}
        people={people}
        onWords={() => goTo(thread.id)}
      />
    ));
  const [open, resolved] = [listed(false), listed(true)];

  return (
    <section className={styles.comments} aria-labelledby={commentsHeading}>
      <header className={styles.head}>
        <h2 id={commentsHeading} tabIndex={-1}>
          Comments
        </h2>
        {can.comment && !draft ? (
          <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={begin}>
            <MessageSquarePlus aria-hidden /> Comment
          </Button>
        ) : null}
      </header>
      {draft ? (
        <div className={styles.thread} data-active>
          <p className={styles.quote}>
            {draft.quote ? (
              <q lang={language} dir="auto">
                {draft.quote}
              </q>
            ) : (
              "About the story"
            )}
          </p>
          <CommentField
            key={draft.threadId}
            label={draft.quote ? `Your comment on “${draft.quote}”` : "Your comment on the story"}
            place={comments.keptAt}
            send="Comment"
            people={people}
            onSend={comments.start}
            onCancel={comments.drop}
          />
        </div>
      ) : null}
      {open.length > 0 ? <ul className={styles.list}>{open}</ul> : null}
      {open.length === 0 && !draft ? (
        <p className={styles.none}>
          {resolved.length > 0 ? "Nothing is open." : "Nobody has said anything yet."}
          {can.comment ? ` Select words and press ${keysOf("Mod+Alt+M")}.` : ""}
        </p>
      ) : null}
      {resolved.length > 0 ? (
        <>
          <Button
            size="small"
            tone="quiet"
            aria-expanded={showsResolved}
            aria-controls="resolved-comments"
            onClick={() => setShowsResolved(!showsResolved)}
          >
            Resolved ({resolved.length})
          </Button>
          <ul id="resolved-comments" className={styles.list} hidden={!showsResolved}>
            {resolved}
          </ul>
        </>
      ) : null}
    </section>
  );
}

interface CommentedStory {
  inText: readonly string[];
  active: string | null;
}

/** Which threads have words in the story, from top to bottom, and which of them the cursor is in. */
function useCommentedText(editors: readonly Editor[]): CommentedStory {
  const [found, setFound] = useState<CommentedStory>({ inText: [], active: null });
  useEffect(() => {
    const look = () =>
      setFound((before) => {
        const now = commentedNow(editors, before.active);
        return JSON.stringify(now) === JSON.stringify(before) ? before : now;
      });
    look();
    for (const editor of editors) editor.on("transaction", look).on("focus", look);
    return () => {
      for (const editor of editors) editor.off("transaction", look).off("focus", look);
    };
  }, [editors]);
  return found;
}

/** Away from the text, the thread that the cursor was in last stays so. */
function commentedNow(editors: readonly Editor[], before: string | null): CommentedStory {
  const fields = editors.filter(({ isDestroyed }) => !isDestroyed);
  const inText = [...new Set(fields.flatMap(({ state }) => [...commentedIn(state).spots.keys()]))];
  const focused = fields.find(({ isFocused }) => isFocused);
  const isStill = before !== null && fields.some(({ state }) => commentedIn(state).active === before);
  return { inText, active: focused ? commentedIn(focused.state).active : isStill ? before : null };
}
