import Link from "next/link";
import { Hidden } from "#components/ui/Hidden";
import type { TagRow } from "#newsroom/tags/schema";
import { When } from "../When.tsx";
import { RemoveTag } from "./RemoveTag.client.tsx";
import styles from "./TagsScreen.module.css";
import type { TagActions } from "./tag-actions.ts";
import { kindWords } from "./tag-words.ts";
import { tagPath } from "./tags-path.ts";

interface TagTableProps {
  tags: readonly TagRow[];
  zone: string;
  now: Date;
  actions: Pick<TagActions, "removeTag">;
}

/** One line a tag, with its other names, and what it is used for. */
export const TagTable = ({ tags, zone, now, actions }: TagTableProps) => (
  <table className={styles.table}>
    <caption>
      <Hidden>Tags</Hidden>
    </caption>
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col" className={styles.wide}>
          Kind
        </th>
        <th scope="col" className={styles.number}>
          Stories
        </th>
        <th scope="col" className={styles.number}>
          Live
        </th>
        <th scope="col" className={styles.wide}>
          Newest story
        </th>
        <th scope="col">
          <Hidden>Remove</Hidden>
        </th>
      </tr>
    </thead>
    <tbody>
      {tags.map((tag) => (
        <tr key={tag.id}>
          <th scope="row">
            <Link href={tagPath(tag.id)} prefetch={false} dir="auto" data-row>
              {tag.name}
            </Link>
            <OtherNames tag={tag} />
          </th>
          <td className={styles.wide}>{kindWords[tag.kind]}</td>
          <td className={styles.number}>{tag.stories.toLocaleString("en")}</td>
          <td className={styles.number}>{tag.live.toLocaleString("en")}</td>
          <td className={styles.wide}>
            {tag.lastUsedAt ? (
              <When at={tag.lastUsedAt} now={now} zone={zone} />
            ) : (
              <span className={styles.soft}>Never</span>
            )}
          </td>
          <td>{tag.stories + tag.live === 0 ? <RemoveTag key={tag.version} tag={tag} actions={actions} /> : null}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function OtherNames({ tag: { labels, synonyms, description } }: { tag: TagRow }) {
  return (
    <span className={styles.others}>
      {labels.map(({ language, name }) => (
        <span key={language}>
          <span lang={language} dir="auto">
            {name}
          </span>{" "}
          ({language}){" "}
        </span>
      ))}
      {synonyms.length > 0 ? `also ${synonyms.join(", ")} ` : null}
      {description}
    </span>
  );
}
