"use client";
import { useActionState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import { commentLength, quoteLength } from "#newsroom/stories/comments/comments";
import styles from "./SharedPreview.module.css";

export interface GuestCommentState {
  quote: string;
  text: string;
  message: string | null;
  atText: string | null;
  atQuote: string | null;
}

export type CommentAction = (state: GuestCommentState, form: FormData) => Promise<GuestCommentState>;

const start: GuestCommentState = { quote: "", text: "", message: null, atText: null, atQuote: null };

/** What somebody outside has to say about the story. */
export function GuestCommentForm({ comment }: { comment: CommentAction }) {
  const [state, action, isPending] = useActionState(comment, start);
  return (
    <form action={action} className={styles.form}>
      <Field label="Your comment" error={isPending ? null : state.atText}>
        {(control) => (
          <TextArea {...control} name="text" rows={4} maxLength={commentLength} required defaultValue={state.text} />
        )}
      </Field>
      <Field
        label="The words that it is about"
        hint="If it is about some of them"
        error={isPending ? null : state.atQuote}
      >
        {(control) => <TextInput {...control} name="quote" maxLength={quoteLength} defaultValue={state.quote} />}
      </Field>
      <div>
        <Button type="submit" tone="primary" busy={isPending}>
          Send to the newsroom
        </Button>
        <StatusLine tone="danger">{isPending ? null : state.message}</StatusLine>
      </div>
    </form>
  );
}
