"use client";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { asTyped, type CommentOfThread, type Person, piecesOf } from "#newsroom/stories/comments/comments";
import { When } from "../../desk/When.tsx";
import { keptText } from "../../unsent/kept-text.ts";
import { CommentField } from "./CommentField.client.tsx";
import styles from "./Comments.module.css";
import { editPlace } from "./unsent-words.ts";
import { type Comments, commentsHeading, type Removal, silence, threadAnchor } from "./useComments.ts";

interface CommentItemProps {
  threadId: string;
  comment: CommentOfThread;
  comments: Comments;
  zone: string;
  people: () => Promise<Person[]>;
}

/** One comment: who said what, and for who may, other words or none in its place. */
export function CommentItem({ threadId, comment, comments, zone, people }: CommentItemProps) {
  const { id, by, guest, at, editedAt, isRemoved, can } = comment;
  /** The version that the words in the field began with. */
  const [editing, setEditing] = useState<number | null>(null);
  const [asks, setAsks] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const place = editPlace(comments.keptAt, threadId, id);

  async function edit(text: string): Promise<string | null> {
    if (editing === null) return null;
    const answer = await comments.actions.editComment({ commentId: id, version: editing, text }).catch(() => null);
    const after = (await comments.refresh())
      ?.find((thread) => thread.id === threadId)
      ?.comments.find((one) => one.id === id);
    // It may have arrived though its answer did not.
    if (!answer?.ok && after?.text !== text.trim().normalize()) {
      // What it says now is shown above the field: the next try knows it.
      if (after && answer?.fault === "conflict") setEditing(after.version);
      return answer?.message ?? silence;
    }
    close();
    return null;
  }

  function close() {
    // Drawn at once: the button that gets the focus stands in the place of the field.
    flushSync(() => setEditing(null));
    item.current?.querySelector<HTMLElement>("[data-edit]")?.focus();
  }

  function goOn(isThreadGone: boolean) {
    setAsks(false);
    const next = isThreadGone ? commentsHeading : threadAnchor(threadId);
    requestAnimationFrame(() => document.getElementById(next)?.focus());
  }

  const isField = editing !== null;
  const isElsewhere = isField && editing !== comment.version;
  return (
    <li ref={item}>
      <p className={styles.by}>
        <strong>{by?.name ?? (guest ? `${guest}, by link` : "Somebody who left")}</strong>{" "}
        <When at={at} now={comments.now} zone={zone} />
        {editedAt && !isRemoved ? (
          <>
            {" · edited "}
            <When at={editedAt} now={comments.now} zone={zone} />
          </>
        ) : null}
      </p>
      {isRemoved ? (
        <p className={styles.none}>Comment removed</p>
      ) : isField && !isElsewhere ? null : (
        <Words comment={comment} />
      )}
      {isField ? (
        <CommentField
          label="Your comment"
          place={place}
          begun={asTyped(comment.text, comment.mentions)}
          mentioned={comment.mentions}
          send="Save"
          people={people}
          onSend={edit}
          onCancel={close}
        />
      ) : can.edit || can.remove ? (
        <div className={styles.verbs}>
          {can.edit ? (
            <Button size="small" tone="quiet" data-edit onClick={() => setEditing(comment.version)}>
              {keptText(place) === "" ? "Edit" : "Go on editing"}
              <Hidden> your comment {shortened(comment)}</Hidden>
            </Button>
          ) : null}
          {can.remove ? (
            <Button size="small" tone="quiet" onClick={() => setAsks(true)}>
              Remove
              <Hidden> the comment {shortened(comment)}</Hidden>
            </Button>
          ) : null}
        </div>
      ) : null}
      {asks ? (
        <RemoveDialog
          name={can.edit ? "your comment" : `the comment of ${by?.name ?? "somebody who left"}`}
          remove={() => comments.remove(threadId, { commentId: id, version: comment.version })}
          onClose={() => setAsks(false)}
          onRemoved={goOn}
        />
      ) : null}
    </li>
  );
}

const Words = ({ comment: { text, mentions } }: Pick<CommentItemProps, "comment">) => (
  <p className={styles.words} dir="auto">
    {piecesOf(text, mentions).map((piece, at) =>
      typeof piece === "string" ? (
        piece
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: its words are drawn anew when they change
        <b key={at}>@{piece.name}</b>
      ),
    )}
  </p>
);

interface RemoveDialogProps {
  name: string;
  remove: () => Promise<Removal>;
  onClose: () => void;
  onRemoved: (isThreadGone: boolean) => void;
}

function RemoveDialog({ name, remove, onClose, onRemoved }: RemoveDialogProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  async function confirm() {
    setBusy(true);
    setError(null);
    const removal = await remove();
    setBusy(false);
    if (removal.ok) onRemoved(removal.isThreadGone);
    else setError(removal.problem);
  }
  return (
    <AlertDialog
      title={`Remove ${name}?`}
      description="Its words are gone for everybody, and cannot be brought back."
      open
      onOpenChange={(open) => (open || busy ? undefined : onClose())}
      confirmLabel={busy ? "Removing…" : "Remove"}
      tone="danger"
      busy={busy}
      error={error}
      onConfirm={() => void confirm()}
    />
  );
}

const longest = 40;

/** Enough of it to tell it from the others by ear. */
function shortened({ text, mentions }: CommentOfThread): string {
  const words = asTyped(text, mentions).replace(/\s+/g, " ");
  return `“${words.length > longest ? `${words.slice(0, longest)}…` : words}”`;
}
