"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/Button";
import { StatusLine } from "#components/ui/StatusLine";
import type { NearTags, TagRow } from "#newsroom/tags/schema";
import list from "../ListScreen.module.css";
import { useAsking } from "../people/use-asking.client.ts";
import { MergeTags } from "./MergeTags.client.tsx";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { kindWords, storiesWords } from "./tag-words.ts";
import { tagPath } from "./tags-path.ts";

interface NearPairProps {
  pair: NearTags;
  actions: Pick<TagActions, "keepTagsApart" | "previewMerge" | "mergeTags">;
}

/** Two tags of near names: one may go into the other, the less used first; or they are different things. */
export function NearPair({ pair: { one, other }, actions }: NearPairProps) {
  const { ask, isAsking, refusal } = useAsking();
  const router = useRouter();
  const [more, less] = one.stories >= other.stories ? [one, other] : [other, one];
  return (
    <div className={styles.pair}>
      <p className={styles.pairNames}>
        <TagFacts tag={less} /> and <TagFacts tag={more} />
      </p>
      <MergeTags tag={less} into={more} actions={actions} />
      <MergeTags tag={more} into={less} actions={actions} />
      <Button
        size="small"
        busy={isAsking}
        aria-label={`“${less.name}” and “${more.name}” are different`}
        onClick={() => ask(() => actions.keepTagsApart({ tagId: one.id, otherId: other.id }), router.refresh)}
      >
        They are different
      </Button>
      <StatusLine tone="danger">{refusal?.message}</StatusLine>
    </div>
  );
}

const TagFacts = ({ tag }: { tag: TagRow }) => (
  <>
    <Link href={tagPath(tag.id)} prefetch={false} dir="auto">
      {tag.name}
    </Link>{" "}
    <span className={list.hint}>
      ({kindWords[tag.kind].toLowerCase()}, {storiesWords(tag.stories)})
    </span>
  </>
);
