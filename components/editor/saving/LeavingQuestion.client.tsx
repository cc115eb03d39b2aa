"use client";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import type { Leaving } from "./useLeaving.ts";

/** Asks whoever leaves what is not saved; `lost` says what that means. */
export const LeavingQuestion = ({ leaving, lost }: { leaving: Leaving; lost: string }) => (
  <AlertDialog
    title="Leave without saving?"
    description={lost}
    open={leaving.isAsked}
    onOpenChange={(stays) => (stays ? undefined : leaving.stay())}
    confirmLabel="Leave"
    cancelLabel="Stay"
    tone="danger"
    onConfirm={leaving.leave}
  />
);
