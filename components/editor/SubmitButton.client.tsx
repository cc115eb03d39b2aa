"use client";
import { useId } from "react";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { toast } from "../ui/toast-manager.ts";

interface SubmitButtonProps {
  /** Why the workflow does not let it be handed in from here; null if it does. */
  problem: string | null;
  onSubmit: () => void;
}

/** Hands the story in, or says why not. */
export function SubmitButton({ problem, onSubmit }: SubmitButtonProps) {
  const id = useId();
  if (problem === null)
    return (
      <Button tone="primary" onClick={onSubmit}>
        Submit
      </Button>
    );
  return (
    <>
      <Button
        aria-disabled
        aria-describedby={id}
        onClick={() => toast({ tone: "danger", title: "It cannot be handed in from here", description: problem })}
      >
        Submit
      </Button>
      <Hidden>
        <span id={id}>{problem}</span>
      </Hidden>
    </>
  );
}
