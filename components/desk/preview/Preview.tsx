import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { Badge } from "#components/ui/Badge";
import { editorPath } from "../stories/story-row.ts";
import styles from "./Preview.module.css";

interface PreviewProps {
  data: { storyId: string; isLive: boolean; publicAddress: string | null };
  /** The story as components/site shows it to readers. */
  children: React.ReactNode;
}

/** The draft as readers would see it, under a bar that says that they do not. */
export const Preview = ({ data: { storyId, isLive, publicAddress }, children }: PreviewProps) => (
  <div className={styles.preview}>
    <div role="note" className={styles.bar}>
      <Badge tone="warning">Preview – not published</Badge>
      <p className={styles.words}>
        {isLive
          ? "The draft as it stands now. Readers still have what was published."
          : "The draft as it stands now. Nobody outside the desk can see it."}
      </p>
      <p className={styles.links}>
        {publicAddress ? <a href={publicAddress}>What readers see</a> : null}
        <Link href={editorPath(storyId)} prefetch={false} className={styles.back}>
          <ArrowLeft aria-hidden />
          Back to the story
        </Link>
      </p>
    </div>
    <div className={styles.paper}>{children}</div>
  </div>
);
