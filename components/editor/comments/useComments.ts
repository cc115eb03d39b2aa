import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { quoteLength, type Thread } from "#newsroom/stories/comments";
import { sayUnseenChanged } from "../../desk/notifications/unseen-changed.ts";
import type { Side } from "../AsideTabs.client.tsx";
import { keptText } from "../kept-text.ts";
import type { OpenStory } from "../open-story.ts";
import type { CommentActions } from "./comment-actions.ts";
import type { Span } from "./comment-spots.ts";
import { commentedIn, markWords, threadsShown, unmarkWords } from "./commenting.ts";
import { followed, wordsIn } from "./draft-range.ts";
import { withUnsentPlaces } from "./unsent-words.ts";

/** A thread that is about to begin. */
export interface Draft {
  threadId: string;
  quote: string;
  /** Where its words stand now; null for one about the story. */
  place: (() => Span | null) | null;
}

interface Parts {
  storyId: string;
  threads: Thread[];
  /** The thread that the address leads to. */
  threadId: string | null;
  now: Date;
  can: { comment: boolean; mark: boolean };
  open: OpenStory | null;
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
export function useComments({ storyId, can, open, actions, ...loaded }: Parts) {
  const [threads, setThreads] = useState(loaded.threads);
  const [now, setNow] = useState(loaded.now);
  const [editor, setEditor] = useState<Editor | null>(null);
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
      setThreads((shown) => withUnsentPlaces(storyId, shown, answer.value, (place) => keptText(place) !== ""));
      setNow(new Date());
    }
    return answer.value;
  }, [actions, storyId]);

  useEffect(() => open?.sync.hearComments(() => void refresh()), [open, refresh]);

  const openIds = useMemo(() => threads.filter(({ resolved }) => !resolved).map(({ id }) => id), [threads]);
  useEffect(() => {
    if (editor && !editor.isDestroyed) editor.view.dispatch(threadsShown(editor.state.tr, new Set(openIds)));
  }, [editor, openIds]);

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
    const { words, place } = chosenIn(editor, can.mark);
    setDraft({ threadId: uuidv7(), quote: words, place });
  }, [editor, can.comment, can.mark]);

  const start: Saying = async (text) => {
    if (!draft) return null;
    const { threadId, quote, place } = draft;
    const isMarked = editor ? commentedIn(editor.state).spots.has(threadId) : false;
    const span = place?.() ?? null;
    known.current.add(threadId);
    const isAnchored = isMarked || (editor !== null && span !== null && markWords(editor, threadId, span));
    const said = { storyId, threadId, commentId: threadId, quote, isAnchored, text };
    const answer = await actions.startThread(said).catch(() => null);
    const after = await refresh();
    const isThere = after?.some(({ id, comments }) => id === threadId && comments[0]?.text === text.trim().normalize());
    if (!answer?.ok && !isThere) return answer?.message ?? silence;
    setDraft(null);
    goOn(threadId);
    return null;
  };

  /** Back to writing; who only reads, to the thread. */
  const goOn = (threadId: string) =>
    requestAnimationFrame(() => {
      if (editor && can.mark) editor.commands.focus();
      else document.getElementById(threadAnchor(threadId))?.focus();
    });

  const drop = () => {
    if (draft && editor) unmarkWords(editor, draft.threadId);
    setDraft(null);
    editor?.commands.focus();
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
    if (editor && can.mark) unmarkWords(editor, threadId);
    setThreads((shown) => shown.filter(({ id }) => id !== threadId));
    return { ok: true, isThreadGone: true };
  };

  const isKnown = useCallback((id: string) => known.current.has(id), []);

  return {
    storyId,
    threads,
    now,
    can,
    editor,
    attach: setEditor,
    isKnown,
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

/** The words that somebody has selected, or the one at the cursor. */
function chosenIn(editor: Editor | null, mayMark: boolean): { words: string; place: Draft["place"] } {
  const nothing = { words: "", place: null };
  if (!editor) return nothing;
  if (!mayMark) {
    const selected = window.getSelection();
    const isInText = selected?.anchorNode && editor.view.dom.contains(selected.anchorNode);
    return { words: isInText ? quoted(selected.toString()) : "", place: null };
  }
  if (!editor.isFocused && editor.state.selection.empty) return nothing;
  const span = spanOf(editor);
  if (!span) return nothing;
  const words = wordsIn(editor, span);
  return words.trim() === "" ? nothing : { words: quoted(words), place: followed(editor, span, words) };
}

function spanOf({ state }: Editor): Span | null {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to };
  if (!$from.parent.isTextblock) return null;
  const text = $from.parent.textBetween(0, $from.parent.content.size, "\ufffc", "\ufffc");
  const at = $from.parentOffset;
  const before = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}’'-]*/u.exec(text.slice(at))?.[0].length ?? 0;
  return before + after > 0 ? { from: from - before, to: from + after } : null;
}

const quoted = (words: string): string => {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > quoteLength ? `${line.slice(0, quoteLength - 1)}…` : line;
};
