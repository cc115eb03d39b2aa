"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import type { TaggingResult } from "#newsroom/stories/schema";
import type { Tag } from "#newsroom/tags/schema";
import { toast } from "../../ui/toast-manager.ts";
import { useAsking } from "../people/use-asking.client.ts";
import { OtherTag } from "./OtherTag.client.tsx";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { taggingWords } from "./tag-words.ts";

interface TaggingByOtherProps {
  tag: { id: string; name: string };
  actions: Pick<TagActions, "suggestTags" | "previewTagging" | "tagStories" | "untagStories">;
}

/** Gives this tag to all stories of another one, or takes it from them, after saying for how many. */
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
          <TaggingButton verb="tag" tag={tag} other={other} actions={actions} />
          <TaggingButton verb="untag" tag={tag} other={other} actions={actions} />
        </div>
      ) : null}
    </section>
  );
}

interface TaggingButtonProps extends TaggingByOtherProps {
  verb: "tag" | "untag";
  other: { id: string; name: string };
}

function TaggingButton({ verb, tag, other, actions }: TaggingButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const [counts, setCounts] = useState<TaggingResult["counts"] | null>(null);
  const { ask, isAsking, refusal, forget } = useAsking();
  const router = useRouter();
  const asked = { tagId: tag.id, stories: { withTagId: other.id } };
  const carryOut = verb === "tag" ? actions.tagStories : actions.untagStories;

  const turn = (open: boolean) => {
    setOpen(open);
    setCounts(null);
    forget();
    if (open) ask(() => actions.previewTagging({ verb, ...asked }), setCounts);
  };
  const done = (result: TaggingResult) => {
    setOpen(false);
    toast({ tone: "good", title: taggingWords(result.counts, verb) });
    router.refresh();
  };
  const title =
    verb === "tag"
      ? `Give “${tag.name}” to the stories of “${other.name}”`
      : `Take “${tag.name}” from the stories of “${other.name}”`;
  return (
    <AlertDialog
      title={`${title}?`}
      description={counts ? taggingWords(counts, verb) : refusal ? "It cannot be counted." : "Counting stories…"}
      trigger={<Button size="small">{title}…</Button>}
      open={isOpen}
      onOpenChange={turn}
      confirmLabel={verb === "tag" ? "Give it" : "Take it"}
      busy={isAsking || !counts}
      error={refusal?.message ?? null}
      onConfirm={() => ask(() => carryOut(asked), done)}
    />
  );
}
