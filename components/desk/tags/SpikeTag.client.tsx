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
}

/** Asks why, then puts a tag in the trash, with the places where it stood. */
export function SpikeTag({ tag: { id, name, version }, actions }: SpikeTagProps) {
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
            router.push("/desk/tags");
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
