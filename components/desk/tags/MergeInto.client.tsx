"use client";
import { useState } from "react";
import type { Tag } from "#newsroom/tags/schema";
import { MergeTags } from "./MergeTags.client.tsx";
import { OtherTag } from "./OtherTag.client.tsx";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { tagPath } from "./tags-path.ts";

interface MergeIntoProps {
  tag: { id: string; name: string; version: number };
  actions: Pick<TagActions, "suggestTags" | "previewMerge" | "mergeTags">;
}

/** Another tag is to stand in the place of this one. */
export function MergeInto({ tag, actions }: MergeIntoProps) {
  const [into, setInto] = useState<Pick<Tag, "id" | "name" | "kind"> | null>(null);
  return (
    <section className={styles.part}>
      <h2>Merge into another tag</h2>
      <OtherTag
        label="Tag that stays"
        hint="It takes the stories, the names find it, and the address of this one leads to it"
        than={tag}
        value={into}
        onChange={setInto}
        actions={actions}
      />
      {into ? (
        <div>
          <MergeTags key={into.id} tag={tag} into={into} actions={actions} leadsTo={tagPath(into.id)} />
        </div>
      ) : null}
    </section>
  );
}
