"use client";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import type { KeptWords } from "../saving/kept-words.ts";
import { ShowWords } from "./ShowWords.client.tsx";

interface KeptWordsShownProps {
  kept: KeptWords;
  language?: string;
  onDiscarded: () => void;
}

/** Words that this browser alone has: to look at and copy, and, once one has been asked, to discard. */
export function KeptWordsShown({ kept: { words, isCut, discard }, language, onDiscarded }: KeptWordsShownProps) {
  const [isAsking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const go = () =>
    void discard().then(
      () => {
        setAsking(false);
        onDiscarded();
      },
      () => setError("The browser did not let go of them. Please try again."),
    );

  return (
    <>
      <ShowWords
        title="What was not sent"
        description={`These words are in this browser only. Copy what you need, and type or paste it where it belongs.${
          isCut ? " They are long: this is their beginning." : ""
        }`}
        words={words}
        {...(language && { language })}
      />
      <AlertDialog
        title="Discard these words?"
        description="Nobody else has them: they cannot be brought back."
        trigger={
          <Button size="small" tone="quiet">
            Discard
          </Button>
        }
        open={isAsking}
        onOpenChange={setAsking}
        confirmLabel="Discard"
        cancelLabel="Keep"
        tone="danger"
        error={error}
        onConfirm={go}
      />
    </>
  );
}
