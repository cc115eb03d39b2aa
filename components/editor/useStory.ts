import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { EditorActions, StoryEditorData } from "./edited-story.ts";
import { browserClock } from "./saving/clock.ts";
import type { Taking } from "./saving/document-sync.ts";
import { type OpenStory, openStory } from "./saving/open-story.ts";
import { heldIn } from "./saving/page-store.ts";
import type { SaveState } from "./saving/save-state.ts";
import { untilOpened } from "./saving/until-opened.ts";
import { storyColumns } from "./settings/story-columns.ts";
import { isSignedIn } from "./sign-in-again.ts";

const opening: SaveState = { kind: "opening" };

/** The story's document while this screen stands; null until it is open. `taking` must stay the same. */
export function useOpenStory(
  { story, document, me }: Pick<StoryEditorData, "story" | "document" | "me">,
  taking: Taking,
) {
  const [open, setOpen] = useState<OpenStory | null>(null);
  const [unopened, setUnopened] = useState(opening);
  const [round, setRound] = useState(0);
  const trying = useRef<{ wake(): void } | null>(null);
  const storyId = story.id;
  const personId = me.id;

  // The page's data is where an opening starts; a later render of the same story must not open it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once a story and round
  useEffect(() => {
    let opened: OpenStory | null = null;
    const onStartOver = () => {
      // At once: what is typed into a document that is being closed would be nowhere.
      setOpen(null);
      setRound((before) => before + 1);
    };
    const now = untilOpened({
      tryToOpen: (isAgain, signal) =>
        openStory({
          storyId,
          personId,
          loaded: document,
          savedAt: story.changedAt,
          anew: isAgain || round > 0,
          signal,
          onStartOver,
          taking,
        }),
      onOpen: (next) => {
        opened = next;
        setOpen(next);
      },
      onFailure: (why) => setUnopened({ kind: "notOpened", why, isOnlyHere: heldIn(storyId, personId).length > 0 }),
      clock: browserClock,
    });
    trying.current = now;
    return () => {
      now.close();
      setOpen(null);
      setUnopened(opening);
      void opened?.close();
    };
  }, [storyId, personId, round]);

  return { open, unopened, round, tryNow: useCallback(() => trying.current?.wake(), []) };
}

/** A story as this window has it: open or not yet, since how often it had to start over. */
export type Opened = ReturnType<typeof useOpenStory>;

const nothing = () => () => {};

/** `unopened`: how it stands while it is not open. */
export const useSaveState = (open: OpenStory | null, unopened: SaveState): SaveState =>
  useSyncExternalStore(open?.sync.subscribe ?? nothing, open?.sync.state ?? (() => unopened), () => unopened);

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
