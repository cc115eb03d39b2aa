"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { toast } from "../../ui/toast-manager.ts";
import { SpikeDialog } from "../trash/SpikeDialog.client.tsx";
import type { TagActions } from "./tag-actions.ts";

interface SpikeTagProps {
  tag: { id: string; name: string; version: number };
  actions: Pick<TagActions, "spikeTag">;
  /** Where to go then; stays where it is without. */
  leadsTo?: string;
}

/** Asks why, then puts a tag in the trash, with the places where it stood. */
export function SpikeTag({ tag: { id, name, version }, actions, leadsTo }: SpikeTagProps) {
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button size="small" aria-label={`Spike ${name}…`} onClick={() => setOpen(true)}>
        Spike…
      </Button>
      {isOpen ? (
        <SpikeDialog
          what={`“${name}”`}
          follows="All stories lose it at once, for readers too, and its page answers as if it had never been."
          spike={(reason) => actions.spikeTag({ tagId: id, version, reason })}
          onSpiked={() => {
            toast({ tone: "good", title: `“${name}” is in the trash` });
            setOpen(false);
            if (leadsTo) router.push(leadsTo);
            router.refresh();
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
