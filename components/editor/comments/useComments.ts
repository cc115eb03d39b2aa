import type { Editor } from "@tiptap/core";
import type { EditorView } from "@tiptap/pm/view";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import type { Thread } from "#newsroom/stories/comments/comments";
import { sayUnseenChanged } from "../../desk/notifications/unseen-changed.ts";
import { keptText } from "../../unsent/kept-text.ts";
import type { Side } from "../AsideTabs.client.tsx";
import type { OpenStory } from "../saving/open-story.ts";
import type { Fields } from "../settings/useFields.ts";
import { type ChosenPlace, chosenIn, quotedIn } from "./chosen-words.ts";
import type { CommentActions } from "./comment-actions.ts";
import { fieldOf, markWords, threadsShown, unmarkWords } from "./commenting.ts";
import { startPlace, withUnsentPlaces } from "./unsent-words.ts";

/** A thread that is about to begin. */
export interface Draft {
  threadId: string;
  quote: string;
  /** Where its words stand; null for one about the story. */
  place: ChosenPlace | null;
}

interface Parts {
  storyId: string;
  personId: string;
  threads: Thread[];
  /** The thread that the address leads to. */
  threadId: string | null;
  now: Date;
  can: { comment: boolean; mark: boolean };
  open: OpenStory | null;
  fields: Fields;
  actions: CommentActions;
}

/** Resolves to what is in the way, in words; null when it is done. */
export type Saying = (text: string) => Promise<string | null>;

/** Where one goes on from the keyboard. */
export const commentsHeading = "comments-title";
export const threadAnchor = (threadId: string): string => `thread-${threadId}`;

/** `problem`: what is in the way, in words. */
export type Removal = { ok: true; isThreadGone: boolean } | { ok: false; problem: string };

export const noAnswer = "The newsroom did not answer. Please try again.";
export const silence = "The newsroom did not answer. Your words are kept here: please try again.";

/** What is said about the story, here and in the newsroom. */
export function useComments({ storyId, personId, can, open, fields, actions, ...loaded }: Parts) {
  const keptAt = startPlace(storyId, personId);
  const [threads, setThreads] = useState(loaded.threads);
  const [now, setNow] = useState(loaded.now);
  /** The fields whose words may have comments, from top to bottom. */
  const [editors, setEditors] = useState<readonly Editor[]>([]);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [side, setSide] = useState<Side>(loaded.threadId ? "comments" : "details");
  const known = useRef(new Set<string>());
  for (const { id } of threads) known.current.add(id);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    const round = ++asked.current;
    const answer = await actions.readThreads(storyId).catch(() => null);
    if (!answer?.ok) return null;
    // A later question brings a newer answer.
    if (round === asked.current) {
      setThreads((shown) => withUnsentPlaces(keptAt, shown, answer.value, (kept) => keptText(kept) !== ""));
      setNow(new Date());
    }
    return answer.value;
  }, [actions, storyId, keptAt]);

  useEffect(() => open?.sync.hearComments(() => void refresh()), [open, refresh]);

  const openIds = useMemo(() => threads.filter(({ resolved }) => !resolved).map(({ id }) => id), [threads]);
  useEffect(() => {
    const shown = new Set(openIds);
    for (const editor of editors) if (!editor.isDestroyed) editor.view.dispatch(threadsShown(editor.state.tr, shown));
  }, [editors, openIds]);

  const { all, lastEditor } = fields;
  /** A field has come or gone. */
  const attach = useCallback(() => setEditors(all()), [all]);

  const isCalled = side === "comments" && threads.some(({ callsMe }) => callsMe);
  useEffect(() => {
    if (!isCalled) return;
    void actions.seeMentions({ storyId }).then(
      ({ ok }) => {
        if (!ok) return;
        setThreads((all) => all.map((thread) => ({ ...thread, callsMe: false })));
        sayUnseenChanged();
      },
      () => null,
    );
  }, [isCalled, actions, storyId]);

  /** Begins a thread about what is selected in the text, or about the story. */
  const begin = useCallback(() => {
    if (!can.comment) return;
    setSide("comments");
    const [first] = editors;
    const { words, place } = can.mark && first ? chosenIn(lastEditor(first)) : quotedIn(editors);
    setDraft({ threadId: uuidv7(), quote: words, place });
  }, [editors, lastEditor, can.comment, can.mark]);

  const start: Saying = async (text) => {
    if (!draft) return null;
    const { threadId, quote, place } = draft;
    const isMarked = fieldOf(editors, threadId) !== undefined;
    const span = place?.span() ?? null;
    known.current.add(threadId);
    const isAnchored = isMarked || (place !== null && span !== null && markWords(place.editor, threadId, span));
    const said = { storyId, threadId, commentId: threadId, quote, isAnchored, text };
    const answer = await actions.startThread(said).catch(() => null);
    const after = await refresh();
    const isThere = after?.some(({ id, comments }) => id === threadId && comments[0]?.text === text.trim().normalize());
    if (!answer?.ok && !isThere) return answer?.message ?? silence;
    setDraft(null);
    goOn(place, threadId);
    return null;
  };

  /** Back to writing; who only reads, to the thread. */
  const goOn = (place: ChosenPlace | null, threadId: string) =>
    requestAnimationFrame(() => {
      const editor = place?.editor ?? fields.of("body");
      if (editor && can.mark) editor.commands.focus();
      else document.getElementById(threadAnchor(threadId))?.focus();
    });

  function unmark(threadId: string) {
    for (const editor of editors) if (!editor.isDestroyed) unmarkWords(editor, threadId);
  }

  const drop = () => {
    if (draft) unmark(draft.threadId);
    setDraft(null);
    (draft?.place?.editor ?? fields.of("body"))?.commands.focus();
  };

  /** Takes back one comment. */
  const remove = async (threadId: string, comment: { commentId: string; version: number }): Promise<Removal> => {
    const answer = await actions.removeComment(comment).catch(() => null);
    const after = await refresh();
    const thread = after?.find(({ id }) => id === threadId);
    const said = thread?.comments.find(({ id }) => id === comment.commentId);
    // It may be gone though the answer did not arrive, or by somebody else's hand.
    const isGone = after !== null && (!said || said.isRemoved);
    if (!answer?.ok && !isGone) return { ok: false, problem: answer?.message ?? noAnswer };
    if (!after || thread) return { ok: true, isThreadGone: false };
    if (can.mark) unmark(threadId);
    setThreads((shown) => shown.filter(({ id }) => id !== threadId));
    return { ok: true, isThreadGone: true };
  };

  const isKnown = useCallback((id: string) => known.current.has(id), []);
  const isBeside = useCallback(
    (id: string, view: EditorView) => {
      const field = fieldOf(
        all().filter((other) => other.view !== view),
        id,
      );
      return field !== undefined;
    },
    [all],
  );

  return {
    storyId,
    /** Under which this person's unsent words are kept. */
    keptAt,
    threads,
    now,
    can,
    editors,
    attach,
    isKnown,
    isBeside,
    draft,
    begin,
    start,
    drop,
    remove,
    refresh,
    actions,
    openCount: openIds.length,
    lookedFor: loaded.threadId,
    side,
    setSide,
  };
}

export type Comments = ReturnType<typeof useComments>;
