"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "#components/ui/Dialog.client";
import type { LibraryPicture } from "#newsroom/media/schema";
import { trashDays } from "#newsroom/workflow/trash";
import { toast } from "../../ui/toast-manager.ts";
import { PictureForm } from "./PictureForm.client.tsx";
import styles from "./Pictures.module.css";
import type { PictureActions } from "./picture-actions.ts";
import { deskPictureAddress } from "./picture-address.ts";

const noAnswer = "The newsroom did not answer. Please try again.";

interface PictureCardProps {
  picture: LibraryPicture;
  actions: PictureActions;
}

/** One picture of the library; a press opens what is said of it. */
export function PictureCard({ picture, actions }: PictureCardProps) {
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  const { altText, caption, credit } = picture;
  const name = altText || caption || "Picture without alt text";

  const removed = () => {
    setOpen(false);
    const restore = async () => {
      const answer = await actions.restorePicture({ pictureId: picture.id }).catch(() => null);
      if (answer?.ok) toast({ tone: "good", title: "The picture is back in the library" });
      else toast({ tone: "danger", title: "That did not work", description: answer?.message ?? noAnswer });
      router.refresh();
    };
    toast({
      title: "The picture is removed",
      description: `The trash keeps it for ${trashDays} days.`,
      action: { label: "Undo", onPress: () => void restore() },
    });
    router.refresh();
  };

  return (
    <>
      <button type="button" className={styles.card} onClick={() => setOpen(true)}>
        <img
          className={styles.thumbnail}
          src={deskPictureAddress(picture, 480)}
          width={picture.width}
          height={picture.height}
          alt={altText}
          loading="lazy"
        />
        <span className={styles.name} dir="auto">
          {altText ? caption || altText : name}
        </span>
        <span className={styles.under} dir="auto">
          {[credit || "No credit", ...(altText ? [] : ["no alt text"])].join(" · ")}
        </span>
      </button>
      <Dialog wide open={isOpen} onOpenChange={setOpen} title="Picture">
        <PictureForm
          picture={picture}
          actions={actions}
          onSaved={() => {
            setOpen(false);
            toast({ tone: "good", title: "The picture is described" });
            router.refresh();
          }}
          onRemoved={removed}
        />
      </Dialog>
    </>
  );
}
