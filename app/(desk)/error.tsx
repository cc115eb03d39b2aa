"use client";
import { Notice } from "#components/desk/notice/Notice";
import { Button } from "#components/ui/Button";

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What is said when a page of the desk broke; the cause stands in the log, under the same code. */
export default function DeskError({ error, reset }: Props) {
  return (
    <Notice
      title="This page could not be shown"
      text="Something did not answer. What was saved is safe; please try again in a moment."
      code={error.digest}
    >
      <Button tone="primary" onClick={reset}>
        Try again
      </Button>
    </Notice>
  );
}
