"use client";
import { Button } from "../../ui/Button.tsx";
import { databaseAway } from "./broken.ts";
import { Notice } from "./Notice.tsx";

interface BrokenProps {
  /** As Next hands it to a boundary: of an error on the server nothing but its digest. */
  error: { digest?: string };
  retry: () => void;
}

/** What is said where a page of the desk should be; the cause stands in the log, under the same code. */
export function Broken({ error: { digest }, retry }: BrokenProps) {
  const isAway = digest === databaseAway;
  return (
    <Notice
      title={isAway ? "The newsroom cannot reach its database" : "This page could not be shown"}
      text={
        isAway
          ? "Nothing that you typed is lost: what was saved is safe, and what was not waits in this browser. Readers still get what is published. Please try again in a moment."
          : "Something did not answer. What was saved is safe; please try again in a moment."
      }
      code={isAway ? undefined : digest}
    >
      <Button tone="primary" onClick={retry}>
        Try again
      </Button>
    </Notice>
  );
}
