"use client";
import { useState } from "react";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import type { StoryText } from "#newsroom/stories/story-text";
import { When } from "../desk/When.tsx";
import type { KeptText } from "./edited-story.ts";
import styles from "./KeptTexts.module.css";
import { TwoTexts } from "./TwoTexts.tsx";

interface KeptTextsProps {
  kept: KeptText[];
  /** The text as it stands here; null if it cannot be read as a whole. */
  current: () => StoryText | null;
  language: string;
  now: Date;
  zone: string;
}

/** Texts that were sent on top of something older, and kept. */
export function KeptTexts({ kept, current, language, now, zone }: KeptTextsProps) {
  const [shown, setShown] = useState<KeptText | null>(null);
  const here = shown && current();
  if (kept.length === 0) return null;
  return (
    <section className={styles.kept}>
      <h2>Kept from conflicts</h2>
      <ul className={styles.list}>
        {kept.map((text) => (
          <li key={text.id} className={styles.entry}>
            <span>
              {text.createdBy ?? "Somebody"}, <When at={text.createdAt} now={now} zone={zone} />
            </span>
            <Button size="small" onClick={() => setShown(text)}>
              Show
            </Button>
          </li>
        ))}
      </ul>
      {shown && here ? (
        <Dialog
          title="A text that was kept"
          description="It was sent while somebody else had changed the story. You can copy from it."
          open
          onOpenChange={(open) => (open ? undefined : setShown(null))}
          wide
        >
          <TwoTexts
            before={{ title: "Kept", text: shown }}
            after={{ title: "As it stands here", text: here }}
            language={language}
          />
        </Dialog>
      ) : null}
    </section>
  );
}
