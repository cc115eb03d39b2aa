import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { EditorActions, StoryEditorData } from "./edited-story.ts";
import { browserClock } from "./saving/clock.ts";
import type { Taking } from "./saving/document-sync.ts";
import { type OpenStory, openStory } from "./saving/open-story.ts";
import type { SaveState } from "./saving/save-state.ts";
import { storyColumns } from "./settings/story-columns.ts";
import { isSignedIn } from "./sign-in-again.ts";

/** The story's document while this screen stands; null until it is open. `taking` must stay the same. */
export function useOpenStory(
  { story, document, me }: Pick<StoryEditorData, "story" | "document" | "me">,
  taking: Taking,
) {
  const [open, setOpen] = useState<OpenStory | null>(null);
  const [isBroken, setBroken] = useState(false);
  const [round, setRound] = useState(0);
  const storyId = story.id;
  const personId = me.id;

  // The page's data is where an opening starts; a later render of the same story must not open it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once a story and round
  useEffect(() => {
    let isGone = false;
    let opened: OpenStory | null = null;
    const onStartOver = () => {
      // At once: what is typed into a document that is being closed would be nowhere.
      setOpen(null);
      setRound((before) => before + 1);
    };
    const anew = round > 0;
    void openStory({ storyId, personId, loaded: document, savedAt: story.changedAt, anew, onStartOver, taking }).then(
      (next) => {
        if (isGone) return void next.close();
        opened = next;
        setOpen(next);
      },
      () => setBroken(true),
    );
    return () => {
      isGone = true;
      setOpen(null);
      void opened?.close();
    };
  }, [storyId, personId, round]);

  return { open, isBroken, round };
}

const nothing = () => () => {};
const opening: SaveState = { kind: "opening" };

export const useSaveState = (open: OpenStory | null): SaveState =>
  useSyncExternalStore(open?.sync.subscribe ?? nothing, open?.sync.state ?? (() => opening), () => opening);

/** Does the newsroom still take what this person types here? */
export const useMayWrite = (open: OpenStory | null): boolean =>
  useSyncExternalStore(open?.sync.subscribe ?? nothing, open?.sync.mayWrite ?? (() => true), () => true);

/** The story beside its text, and its changes. */
export function useColumns(data: StoryEditorData, actions: EditorActions) {
  // One for the life of the screen: what the page brings later is older than what happened here.
  const [columns] = useState(() =>
    storyColumns({
      story: data.story,
      change: actions.changeStory,
      read: actions.readStory,
      isTheirs: () => isSignedIn(data.me.id),
      clock: browserClock,
    }),
  );
  const state = useSyncExternalStore(columns.subscribe, columns.state, columns.state);
  return { columns, state };
}

/** Calls back when this window changes the text. */
export function useNewlyTyped(open: OpenStory | null, onTyped: () => void) {
  const latest = useRef(onTyped);
  latest.current = onTyped;
  useEffect(() => {
    if (!open) return;
    return open.sync.subscribe(() => {
      const { kind } = open.sync.state();
      if (kind === "saving") latest.current();
    });
  }, [open]);
}
