"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import type { BulkPreview } from "#newsroom/bulk/schema";
import type { Tag } from "#newsroom/tags/schema";
import type { BulkActions } from "../bulk/BulkBar.client.tsx";
import { previewSentences } from "../bulk/bulk-words.ts";
import { useAsking } from "../people/use-asking.client.ts";
import { OtherTag } from "./OtherTag.client.tsx";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";

interface TaggingByOtherProps {
  tag: { id: string; name: string };
  actions: Pick<TagActions, "suggestTags"> & Pick<BulkActions, "prepareBulk" | "startBulk">;
}

/** Gives this tag to all stories of another one, or takes it from them: a bulk action, with its preview, its results and its Undo. */
export function TaggingByOther({ tag, actions }: TaggingByOtherProps) {
  const [other, setOther] = useState<Pick<Tag, "id" | "name" | "kind"> | null>(null);
  return (
    <section className={styles.part}>
      <h2>Stories of another tag</h2>
      <OtherTag
        label="Other tag"
        hint={`All its stories can get “${tag.name}”, or lose it; readers see it with the next update of each`}
        than={tag}
        value={other}
        onChange={setOther}
        actions={actions}
      />
      {other ? (
        <div className={styles.end}>
          <TaggingButton verb="addTag" tag={tag} other={other} actions={actions} />
          <TaggingButton verb="removeTag" tag={tag} other={other} actions={actions} />
        </div>
      ) : null}
    </section>
  );
}

interface TaggingButtonProps extends TaggingByOtherProps {
  verb: "addTag" | "removeTag";
  other: { id: string; name: string };
}

function TaggingButton({ verb, tag, other, actions }: TaggingButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const { ask, isAsking, refusal, forget } = useAsking();
  const router = useRouter();

  const turn = (open: boolean) => {
    setOpen(open);
    setPreview(null);
    forget();
    const task = { verb, argument: tag.id };
    const selection = { filter: { tagId: other.id } };
    if (open) ask(() => actions.prepareBulk({ id: uuidv7(), task, selection }), setPreview);
  };
  const start = ({ bulkId }: BulkPreview) =>
    ask(
      () => actions.startBulk({ bulkId }),
      () => router.push(`/desk/bulk/${bulkId}`),
    );
  const title =
    verb === "addTag"
      ? `Give “${tag.name}” to the stories of “${other.name}”`
      : `Take “${tag.name}” from the stories of “${other.name}”`;
  const counted = refusal ? "Nothing was changed." : "Counting stories…";
  return (
    <AlertDialog
      title={`${title}?`}
      description={preview ? previewSentences(preview).join(" ") : counted}
      trigger={<Button size="small">{title}…</Button>}
      open={isOpen}
      onOpenChange={turn}
      confirmLabel={verb === "addTag" ? "Give it" : "Take it"}
      busy={isAsking || !preview}
      error={refusal?.message ?? null}
      onConfirm={() => preview && start(preview)}
    />
  );
}
