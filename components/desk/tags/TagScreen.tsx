import type { DeskTag } from "#newsroom/tags/schema";
import type { BulkActions } from "../bulk/BulkBar.client.tsx";
import list from "../ListScreen.module.css";
import { When } from "../When.tsx";
import { MergedTags } from "./MergedTags.client.tsx";
import { MergeInto } from "./MergeInto.client.tsx";
import { SpikeTag } from "./SpikeTag.client.tsx";
import { TagForm } from "./TagForm.client.tsx";
import { TaggingByOther } from "./TaggingByOther.client.tsx";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { storiesWords } from "./tag-words.ts";

interface TagScreenProps {
  data: { tag: DeskTag; languages: readonly string[]; zone: string; now: Date };
  actions: Omit<TagActions, "createTag" | "keepTagsApart"> & Pick<BulkActions, "prepareBulk" | "startBulk">;
}

/** One tag: what it is called, what was merged into it, and what can be done with it and its stories. */
export const TagScreen = ({ data: { tag, languages, zone, now }, actions }: TagScreenProps) => (
  <div className={list.screen}>
    <p>
      <a href="/desk/tags">All tags</a>
    </p>
    <h1 className={list.title} dir="auto">
      {tag.name}
    </h1>
    <p className={list.hint}>
      {storiesWords(tag.stories)} at the desk, {tag.live.toLocaleString("en")} live
      {tag.live > 0 ? (
        <>
          : <a href={`/tags/${tag.slug}`}>/tags/{tag.slug}</a>
        </>
      ) : null}
      {tag.lastUsedAt ? (
        <>
          . The newest story is of <When at={tag.lastUsedAt} now={now} zone={zone} />
        </>
      ) : null}
    </p>
    <TagForm key={`${tag.id} ${tag.version}`} tag={tag} languages={languages} actions={actions} />
    <MergeInto tag={tag} actions={actions} />
    <MergedTags tag={tag} zone={zone} now={now} actions={actions} />
    <TaggingByOther tag={tag} actions={actions} />
    <section className={styles.part}>
      <h2>Out of use</h2>
      <div className={styles.row}>
        <SpikeTag tag={tag} actions={actions} leadsTo="/desk/tags" />
      </div>
    </section>
  </div>
);
