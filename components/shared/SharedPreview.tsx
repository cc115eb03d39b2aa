import type { ReactNode } from "react";
import { Badge } from "#components/ui/Badge";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import ground from "../site/ground.module.css";
import { type CommentAction, GuestCommentForm } from "./GuestCommentForm.client.tsx";
import styles from "./SharedPreview.module.css";

interface SharedPreviewProps {
  data: {
    newsroom: string;
    zone: string;
    recipient: string;
    endsAt: Date;
    mayComment: boolean;
    threads: { id: string; quote: string; said: { by: string; text: string; at: Date; isTheirs: boolean }[] }[];
  };
  actions: { comment: CommentAction };
  /** The story as components/site shows it to readers. */
  children: ReactNode;
}

const marks = Array.from({ length: 48 }, (_, at) => at);

/** A draft for one person outside, whose name stands across it. */
export function SharedPreview({ data, actions, children }: SharedPreviewProps) {
  const { newsroom, zone, recipient, endsAt, mayComment, threads } = data;
  return (
    <div className={styles.preview}>
      <div aria-hidden className={styles.watermark}>
        {marks.map((at) => (
          <span key={at} data-name={recipient} />
        ))}
      </div>
      <header className={styles.bar}>
        <Badge tone="warning">Draft</Badge>
        <p>
          {newsroom} shows this draft to <strong>{recipient}</strong> alone, until{" "}
          <time dateTime={endsAt.toISOString()}>{dayAndBothTimes(endsAt, zone, null)}</time>. Please do not pass it on.
        </p>
      </header>
      <main className={ground.paper}>{children}</main>
      {mayComment ? (
        <section id="comments" aria-labelledby="comments-title" className={styles.comments}>
          <h2 id="comments-title">Comments</h2>
          <ul className={styles.threads}>
            {threads.map(({ id, quote, said }) => (
              <li key={id}>
                {quote ? <blockquote className={styles.quote}>{quote}</blockquote> : null}
                {said.map(({ by, text, at, isTheirs }) => (
                  <p key={at.getTime()} className={styles.said}>
                    <strong>{isTheirs ? "You" : by}</strong> {text}
                  </p>
                ))}
              </li>
            ))}
          </ul>
          {/* A sent comment makes the form anew. */}
          <GuestCommentForm key={threads.length} comment={actions.comment} />
        </section>
      ) : null}
    </div>
  );
}
