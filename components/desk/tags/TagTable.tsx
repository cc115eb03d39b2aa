import Link from "next/link";
import { Hidden } from "#components/ui/Hidden";
import type { TagRow } from "#newsroom/tags/schema";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { When } from "../When.tsx";
import { SpikeTag } from "./SpikeTag.client.tsx";
import type { TagActions } from "./tag-actions.ts";
import { kindWords } from "./tag-words.ts";
import { tagPath } from "./tags-path.ts";

interface TagTableProps {
  tags: readonly TagRow[];
  zone: string;
  now: Date;
  actions: Pick<TagActions, "spikeTag">;
}

/** One line a tag, with its other names, and what it is used for. */
export const TagTable = ({ tags, zone, now, actions }: TagTableProps) => (
  <table className={list.table}>
    <caption>
      <Hidden>Tags</Hidden>
    </caption>
    <ListHead
      columns={[
        "Name",
        { name: "Kind", is: "wide" },
        { name: "Stories", is: "number" },
        { name: "Live", is: "number" },
        { name: "Newest story", is: "wide" },
        { name: "Spike", is: "heard" },
      ]}
    />
    <tbody>
      {tags.map((tag) => (
        <tr key={tag.id}>
          <th scope="row">
            <Link href={tagPath(tag.id)} prefetch={false} dir="auto" data-row>
              {tag.name}
            </Link>
            <OtherNames tag={tag} />
          </th>
          <td className={list.wide}>{kindWords[tag.kind]}</td>
          <td className={list.number}>{tag.stories.toLocaleString("en")}</td>
          <td className={list.number}>{tag.live.toLocaleString("en")}</td>
          <td className={list.wide}>
            {tag.lastUsedAt ? (
              <When at={tag.lastUsedAt} now={now} zone={zone} />
            ) : (
              <span className={list.hint}>Never</span>
            )}
          </td>
          <td>{tag.stories + tag.live === 0 ? <SpikeTag key={tag.version} tag={tag} actions={actions} /> : null}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function OtherNames({ tag: { labels, synonyms, description } }: { tag: TagRow }) {
  return (
    <span className={list.under}>
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
