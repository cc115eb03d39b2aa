"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import type { Answer } from "#newsroom/kernel/answer";
import { toast } from "../ui/toast-manager.ts";
import { useAsking } from "./people/use-asking.client.ts";

interface RemoveProps {
  name: string;
  /** What goes, in sentences. */
  description: string;
  remove: () => Promise<Answer<unknown>>;
}

/** Asks, then takes out something that nothing uses. */
export function Remove({ name, description, remove }: RemoveProps) {
  const [isOpen, setOpen] = useState(false);
  const { ask, isAsking, refusal, forget } = useAsking();
  const router = useRouter();
  const done = () => {
    setOpen(false);
    toast({ tone: "good", title: `“${name}” is removed` });
    router.refresh();
  };
  return (
    <AlertDialog
      title={`Remove “${name}”?`}
      description={description}
      trigger={
        <Button size="small" aria-label={`Remove ${name}…`}>
          Remove…
        </Button>
      }
      open={isOpen}
      onOpenChange={(open) => {
        forget();
        setOpen(open);
      }}
      confirmLabel={isAsking ? "Removing…" : "Remove"}
      tone="danger"
      busy={isAsking}
      error={refusal?.message ?? null}
      onConfirm={() => ask(remove, done)}
    />
  );
}
