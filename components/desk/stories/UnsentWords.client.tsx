"use client";
import { useEffect, useState } from "react";
import { closing } from "../../editor/closing.ts";
import { KeptWordsShown } from "../../editor/notices/KeptWordsShown.client.tsx";
import { allLeftovers } from "../../editor/saving/browser-store.ts";
import type { KeptWords } from "../../editor/saving/kept-words.ts";
import type { UnsentStory } from "../../editor/saving/unsent-stories.ts";
import lists from "../home/StoryList.module.css";
import { When } from "../When.tsx";
import { editorPath } from "./story-row.ts";
import styles from "./UnsentWords.module.css";

interface UnsentWordsProps {
  /** Whose: nobody is shown what somebody else typed in this browser. */
  me: string;
  zone: string;
  now: Date;
}

/** Words that a window of this browser could not send before it was gone, story by story; nothing where there are none. */
export function UnsentWords({ me, zone, now }: UnsentWordsProps) {
  const [stories, setStories] = useState<readonly UnsentStory[]>([]);

  useEffect(() => {
    let isGone = false;
    void unsentOf(me).then(
      (found) => (isGone ? undefined : setStories(found)),
      // A browser that keeps nothing has nothing to show.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [me]);

  const without = (discarded: KeptWords) =>
    setStories((before) =>
      before
        .map((story) => ({ ...story, kept: story.kept.filter((kept) => kept !== discarded) }))
        .filter(({ kept }) => kept.length > 0),
    );

  if (stories.length === 0) return null;
  return (
    <section aria-labelledby="unsent" className={lists.section}>
      <header className={lists.head}>
        <h2 id="unsent">Words in this browser that were not sent</h2>
      </header>
      <ul>
        {stories.map(({ storyId, name, kept }) => (
          <li key={storyId} className={styles.story}>
            {name === null ? (
              <p>A story that you cannot open now</p>
            ) : (
              // A document of its own: what is put back there starts from the newest text.
              <a href={editorPath(storyId)} dir="auto" data-row>
                {name}
              </a>
            )}
            <ul className={styles.kept}>
              {kept.map((one) => (
                <li key={one.window} className={styles.window}>
                  <When at={one.typedAt} now={now} zone={zone} />
                  <KeptWordsShown kept={one} onDiscarded={() => without(one)} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function unsentOf(me: string): Promise<UnsentStory[]> {
  // The editor that was left for this page may still be sending.
  await Promise.all(closing.values());
  const left = await allLeftovers(me);
  if (left.length === 0) return [];
  const { unsentStories } = await import("../../editor/saving/unsent-stories.ts");
  return unsentStories(left);
}
