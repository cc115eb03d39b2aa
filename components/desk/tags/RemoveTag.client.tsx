"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import type { TagActions } from "./tag-actions.ts";

interface RemoveTagProps {
  tag: { id: string; name: string; version: number };
  actions: Pick<TagActions, "removeTag">;
  /** Where to go then; stays where it is without. */
  leadsTo?: string;
}

/** Asks, then takes out a tag that no story has. */
export function RemoveTag({ tag, actions, leadsTo }: RemoveTagProps) {
  const [isOpen, setOpen] = useState(false);
  const { ask, isAsking, refusal, forget } = useAsking();
  const router = useRouter();
  const done = () => {
    setOpen(false);
    toast({ tone: "good", title: `“${tag.name}” is removed` });
    if (leadsTo) router.push(leadsTo);
    router.refresh();
  };
  return (
    <AlertDialog
      title={`Remove “${tag.name}”?`}
      description="No story has it. Its names and its address go too."
      trigger={
        <Button size="small" aria-label={`Remove ${tag.name}…`}>
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
      onConfirm={() => ask(() => actions.removeTag({ tagId: tag.id, version: tag.version }), done)}
    />
  );
}
