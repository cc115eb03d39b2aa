"use client";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { DeskTag } from "#newsroom/tags/schema";
import { toast } from "../../ui/toast-manager.ts";
import list from "../ListScreen.module.css";
import { useAsking } from "../people/use-asking.client.ts";
import { When } from "../When.tsx";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { storiesWords } from "./tag-words.ts";

interface MergedTagsProps {
  tag: DeskTag;
  zone: string;
  now: Date;
  actions: Pick<TagActions, "undoTagMerge">;
}

/** What was merged into this tag, and for how long that can be undone. */
export function MergedTags({ tag, zone, now, actions }: MergedTagsProps) {
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  if (tag.merged.length === 0) return null;
  const undo = (name: string, mergeId: string) =>
    ask(
      () => actions.undoTagMerge({ mergeId }),
      ({ stories }) => {
        toast({ tone: "good", title: `“${name}” is back, with ${storiesWords(stories)}` });
        router.refresh();
      },
    );
  return (
    <section className={styles.part}>
      <h2>Merged into this tag</h2>
      <ul className={styles.list}>
        {tag.merged.map(({ id, name, merge }) => (
          <li key={id} className={styles.end}>
            <span dir="auto">{name}</span>
            {merge ? (
              <>
                <span className={list.hint}>
                  {storiesWords(merge.stories)}, <When at={merge.at} now={now} zone={zone} />
                  {merge.by ? ` by ${merge.by}` : null}
                </span>
                <Button
                  size="small"
                  busy={isAsking}
                  onClick={() => undo(name, merge.id)}
                  aria-label={`Undo the merge of ${name}`}
                >
                  Undo
                </Button>
              </>
            ) : (
              <span className={list.hint}>for good</span>
            )}
          </li>
        ))}
      </ul>
      <StatusLine tone="danger">{refusal?.message}</StatusLine>
    </section>
  );
}
