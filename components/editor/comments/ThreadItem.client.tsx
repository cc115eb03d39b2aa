"use client";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import type { Person, Thread } from "#newsroom/stories/comments/comments";
import { When } from "../../desk/When.tsx";
import { keptText } from "../../unsent/kept-text.ts";
import { CommentField } from "./CommentField.client.tsx";
import { CommentItem } from "./CommentItem.client.tsx";
import styles from "./Comments.module.css";
import type { Place } from "./comment-spots.ts";
import { replyPlace } from "./unsent-words.ts";
import { type Comments, noAnswer, silence, threadAnchor } from "./useComments.ts";

interface ThreadItemProps {
  thread: Thread;
  place: Place;
  /** The cursor stands in its words. */
  isActive: boolean;
  comments: Comments;
  zone: string;
  language: string;
  people: () => Promise<Person[]>;
  onWords: () => void;
}

/** One thread: its words, what was said about them, and what can be done. */
export function ThreadItem({ thread, place, isActive, comments, zone, language, people, onWords }: ThreadItemProps) {
  const { id, quote, resolved } = thread;
  const { actions, refresh, now } = comments;
  const draftPlace = replyPlace(comments.keptAt, id);
  const [isReplying, setReplying] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const replyId = useRef(uuidv7());
  const item = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);

  async function settle() {
    setBusy(true);
    setProblem(null);
    const verb = resolved ? actions.reopenThread : actions.resolveThread;
    const answer = await verb({ threadId: id, version: thread.version }).catch(() => null);
    await refresh();
    setBusy(false);
    if (!answer?.ok) setProblem(answer?.message ?? noAnswer);
  }

  async function reply(text: string): Promise<string | null> {
    const answer = await actions.replyToThread({ threadId: id, commentId: replyId.current, text }).catch(() => null);
    const after = (await refresh())?.find((one) => one.id === id)?.comments.find((one) => one.id === replyId.current);
    if (after) replyId.current = uuidv7();
    // It may have arrived though its answer did not; what was changed since is another comment.
    if (!answer?.ok && after?.text !== text.trim().normalize()) return answer?.message ?? silence;
    close();
    return null;
  }

  function close() {
    // Drawn at once: the button that gets the focus stands in the place of the field.
    flushSync(() => setReplying(false));
    item.current?.querySelector<HTMLElement>("[data-reply]")?.focus();
  }

  const hasDraft = !isReplying && keptText(draftPlace) !== "";
  return (
    <li
      ref={item}
      id={threadAnchor(id)}
      tabIndex={-1}
      className={styles.thread}
      {...(isActive ? { "aria-current": true, "data-active": true } : {})}
    >
      <ThreadHead quote={quote} place={place} language={language} onWords={onWords} />
      <ol className={styles.said}>
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            threadId={id}
            comment={comment}
            comments={comments}
            zone={zone}
            people={people}
          />
        ))}
      </ol>
      {resolved ? (
        <p className={styles.by}>
          Resolved {resolved.by ? `by ${resolved.by} ` : ""}
          <When at={resolved.at} now={now} zone={zone} />
        </p>
      ) : null}
      {isReplying ? (
        <CommentField
          label="Your reply"
          place={draftPlace}
          send="Reply"
          people={people}
          onSend={reply}
          onCancel={close}
        />
      ) : comments.can.comment ? (
        <div className={styles.buttons}>
          <Button size="small" tone="quiet" busy={busy} onClick={() => void settle()}>
            {resolved ? "Reopen" : "Resolve"}
            <Hidden> {quote ? `the comment on “${quote}”` : "the comment on the story"}</Hidden>
          </Button>
          <Button size="small" data-reply onClick={() => setReplying(true)}>
            {hasDraft ? "Go on with your reply" : "Reply"}
          </Button>
        </div>
      ) : null}
      <StatusLine tone="danger" className={styles.problem ?? ""}>
        {problem}
      </StatusLine>
    </li>
  );
}

function ThreadHead({
  quote,
  place,
  language,
  onWords,
}: Pick<ThreadItemProps, "place" | "language" | "onWords"> & { quote: string }) {
  const words = quote ? (
    <q lang={language} dir="auto">
      {quote}
    </q>
  ) : null;
  if (place === "words")
    return (
      <button type="button" className={styles.quote} onClick={onWords}>
        <Hidden>Go to the words </Hidden>
        {words}
      </button>
    );
  return (
    <p className={styles.quote}>
      {place === "gone" ? "The words are gone: " : words ? "About the story: " : "About the story"}
      {words}
    </p>
  );
}
