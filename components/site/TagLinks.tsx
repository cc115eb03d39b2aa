import styles from "./TagLinks.module.css";

interface TagLinksProps {
  tags: readonly { slug: string; name: string }[];
  /** The id of the heading that says what they are. */
  labelledBy: string;
  /** `tag`: what the page itself is about. */
  rel?: "tag";
}

/** Tags in a row, each a way to its page. */
export const TagLinks = ({ tags, labelledBy, rel }: TagLinksProps) => (
  <ul className={styles.tags} aria-labelledby={labelledBy}>
    {tags.map(({ slug, name }) => (
      <li key={slug}>
        <a href={`/tags/${slug}`} rel={rel}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);
