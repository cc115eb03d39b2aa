"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { useAsking } from "../people/use-asking.client.ts";
import type { RedirectActions } from "./redirect-actions.ts";

interface RemoveRedirectProps {
  id: string;
  from: string;
  remove: RedirectActions["removeRedirect"];
}

export function RemoveRedirect({ id, from, remove }: RemoveRedirectProps) {
  const [isOpen, setOpen] = useState(false);
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  return (
    <AlertDialog
      title="Remove this redirect?"
      description={`${from} will lead nowhere.`}
      trigger={
        <Button size="small">
          Remove<Hidden> the redirect from {from}</Hidden>
        </Button>
      }
      open={isOpen}
      onOpenChange={setOpen}
      confirmLabel="Remove"
      tone="danger"
      busy={isAsking}
      error={refusal?.message ?? null}
      onConfirm={() =>
        ask(
          () => remove({ redirectId: id }),
          () => {
            setOpen(false);
            router.refresh();
          },
        )
      }
    />
  );
}
