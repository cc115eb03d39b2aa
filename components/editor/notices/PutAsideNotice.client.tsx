"use client";
import type { PutAside } from "#newsroom/stories/document/put-aside";
import { WordsNotice } from "./WordsNotice.client.tsx";

interface PutAsideNoticeProps {
  aside: PutAside;
  language: string;
  onDismiss: () => void;
}

/** Something that this person sent could not stay in the text: says so and gives them the words back. */
export const PutAsideNotice = ({ aside: { words, isCut }, language, onDismiss }: PutAsideNoticeProps) => (
  <WordsNotice
    said={`Something that you sent from here could not be kept in the text, which goes on without it. ${
      words ? "Its words are here to copy." : "No words can be read out of it."
    }`}
    title="What could not be kept"
    description={`It did not fit the way a story is built, or it holds what others wrote and the newsroom does not have. Copy what you need, and type or paste it where it belongs.${
      isCut ? " It is long: this is its beginning. The newsroom has kept all of it." : ""
    }`}
    words={words}
    language={language}
    onDismiss={onDismiss}
  />
);
