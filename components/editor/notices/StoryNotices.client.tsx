"use client";
import { useState } from "react";
import type { EditedStory, StoryEditorData } from "../edited-story.ts";
import type { KeptWords } from "../saving/kept-words.ts";
import type { Recovered } from "../saving/put-back.ts";
import type { usePutAside } from "../usePutAside.ts";
import type { useTaken } from "../useTaken.ts";
import { BriefNotice } from "./BriefNotice.client.tsx";
import { LeftNotice } from "./LeftNotice.client.tsx";
import { PutAsideNotice } from "./PutAsideNotice.client.tsx";
import { RecoveredNotice } from "./RecoveredNotice.client.tsx";
import { ReturnedNotice } from "./ReturnedNotice.tsx";
import { TakenDownNotice } from "./TakenDownNotice.tsx";
import { WordsNotice } from "./WordsNotice.client.tsx";

interface StoryNoticesProps {
  story: EditedStory;
  /** What this browser had kept of an earlier window. */
  recovered: Recovered | null;
  /** And what of it cannot be put back. */
  left: readonly KeptWords[];
  putAside: ReturnType<typeof usePutAside>;
  taken: Pick<ReturnType<typeof useTaken>, "words" | "dismiss">;
  stages: StoryEditorData["stages"];
  now: Date;
  zone: string;
  onTake: () => void;
}

/** What whoever opens the story has to know before they write: what happened to words of theirs, what it is to be, why it came back. */
export function StoryNotices({
  story,
  recovered,
  left,
  putAside,
  taken,
  stages,
  now,
  zone,
  onTake,
}: StoryNoticesProps) {
  const [seen, setSeen] = useState<Recovered | null>(null);
  const [discarded, setDiscarded] = useState<readonly KeptWords[]>([]);
  const { language } = story;
  return (
    <>
      {recovered && recovered !== seen ? (
        <RecoveredNotice recovered={recovered} language={language} onDismiss={() => setSeen(recovered)} />
      ) : null}
      {left
        .filter((kept) => !discarded.includes(kept))
        .map((kept) => (
          <LeftNotice
            key={kept.window}
            kept={kept}
            language={language}
            onDiscarded={() => setDiscarded((before) => [...before, kept])}
          />
        ))}
      {putAside.aside ? (
        <PutAsideNotice aside={putAside.aside} language={language} onDismiss={putAside.dismiss} />
      ) : null}
      {taken.words ? (
        <WordsNotice
          said="While you wrote, somebody took away or moved the part of the text that you were in. What you typed there is here to copy."
          title="What you typed there"
          description="Nobody who took that part away can have seen these words. Copy them, and paste them where they belong."
          words={taken.words}
          language={language}
          onDismiss={taken.dismiss}
        />
      ) : null}
      <BriefNotice story={story} stages={stages} onTake={onTake} />
      <ReturnedNotice returned={story.returned} now={now} zone={zone} />
      {story.takenDown ? <TakenDownNotice takenDown={story.takenDown} /> : null}
    </>
  );
}
