import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Badge } from "#components/ui/Badge";
import type { Suggested } from "#newsroom/body/annotations";
import ground from "../../site/ground.module.css";
import { editorPath } from "../stories/story-row.ts";
import styles from "./Preview.module.css";

interface PreviewProps {
  data: {
    storyId: string;
    isLive: boolean;
    publicAddress: string | null;
    /** How many are open. */
    suggestions: number;
    suggested: Suggested;
  };
  /** The story as components/site shows it to readers. */
  children: React.ReactNode;
}

/** The draft as readers would see it, under a bar that says that they do not. */
export const Preview = ({
  data: { storyId, isLive, publicAddress, suggestions, suggested },
  children,
}: PreviewProps) => (
  <div className={styles.preview}>
    <div role="note" className={styles.bar}>
      <Badge tone="warning">Preview – not published</Badge>
      <p className={styles.words}>
        {isLive
          ? "The draft as it stands now. Readers still have what was published."
          : "The draft as it stands now. Nobody outside the desk can see it."}
      </p>
      {suggestions > 0 ? (
        <nav aria-label="Suggestions" className={styles.links}>
          <Switch storyId={storyId} to="without" shown={suggested} />
          <Switch storyId={storyId} to="with" shown={suggested} />
        </nav>
      ) : null}
      <p className={styles.links}>
        {publicAddress ? <a href={publicAddress}>What readers see</a> : null}
        <Link href={editorPath(storyId)} prefetch={false} className={styles.back}>
          <ArrowLeft aria-hidden />
          Back to the story
        </Link>
      </p>
    </div>
    <div className={ground.paper}>{children}</div>
  </div>
);

const Switch = ({ storyId, to, shown }: { storyId: string; to: Suggested; shown: Suggested }) => (
  <Link
    href={`${editorPath(storyId)}/preview${to === "with" ? "?suggestions=with" : ""}`}
    prefetch={false}
    className={styles.switch}
    {...(to === shown ? { "aria-current": "true" as const } : {})}
  >
    {to === "with" ? "With suggestions" : "Without suggestions"}
  </Link>
);
