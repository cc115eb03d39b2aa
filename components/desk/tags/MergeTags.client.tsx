"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import type { MergePreview } from "#newsroom/stories/schema";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import type { TagActions } from "./tag-actions.ts";
import { mergeWords } from "./tag-words.ts";

interface MergeTagsProps {
  tag: { id: string; name: string; version: number };
  into: { id: string; name: string };
  actions: Pick<TagActions, "previewMerge" | "mergeTags">;
  /** Where to go then; stays where it is without. */
  leadsTo?: string;
}

/** Counts what a merge would do, asks, and merges. */
export function MergeTags({ tag, into, actions, leadsTo }: MergeTagsProps) {
  const [isOpen, setOpen] = useState(false);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const { ask, isAsking, refusal, forget } = useAsking();
  const router = useRouter();
  const merging = { tagId: tag.id, version: tag.version, intoId: into.id };

  const turn = (open: boolean) => {
    setOpen(open);
    setPreview(null);
    forget();
    if (open) ask(() => actions.previewMerge(merging), setPreview);
  };
  const done = () => {
    setOpen(false);
    toast({ tone: "good", title: `“${tag.name}” is merged into “${into.name}”` });
    if (leadsTo) router.push(leadsTo);
    router.refresh();
  };

  return (
    <AlertDialog
      title={`Merge “${tag.name}” into “${into.name}”?`}
      description={
        preview ? mergeWords(preview, tag.name, into.name) : refusal ? "It cannot be counted." : "Counting stories…"
      }
      trigger={
        <Button size="small">
          Merge “{tag.name}” into “{into.name}”…
        </Button>
      }
      open={isOpen}
      onOpenChange={turn}
      confirmLabel={isAsking && preview ? "Merging…" : "Merge"}
      tone="danger"
      busy={isAsking || !preview}
      error={refusal?.message ?? null}
      onConfirm={() => ask(() => actions.mergeTags(merging), done)}
    />
  );
}
