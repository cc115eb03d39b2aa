"use client";
import "../checks/struck.css";
import "../comments/commented.css";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Doc } from "yjs";
import { Button } from "#components/ui/Button";
import { directionOf } from "../../site/direction.ts";
import type { Asked } from "../blocks/asked.ts";
import { BlockTools } from "../blocks/BlockTools.client.tsx";
import type { CommentParts } from "../comments/useCommenting.ts";
import type { FieldName } from "../field-keys.ts";
import { FindBar } from "../find/FindBar.client.tsx";
import { useFind } from "../find/useFind.ts";
import type { Fields } from "../settings/useFields.ts";
import { SuggestingBar } from "../suggestions/SuggestingBar.client.tsx";
import type { SuggestingMode } from "../suggestions/suggesting-mode.ts";
import { useSuggesting } from "../suggestions/useSuggesting.ts";
import type { CaretParts } from "../writers/writer-carets.ts";
import { BodyField } from "./BodyField.client.tsx";
import { LineField } from "./LineField.client.tsx";
import { LinkPopover } from "./LinkPopover.client.tsx";
import { isLineUsed } from "./line-text.ts";
import styles from "./TextColumn.module.css";
import { TextToolbar } from "./TextToolbar.client.tsx";
import { useBodyEditor } from "./useBodyEditor.ts";
import { useScrollRoom } from "./useScrollRoom.ts";
import { wordsOf } from "./word-counter.ts";

interface TextColumnProps {
  storyId: string;
  doc: Doc;
  fields: Fields;
  language: string;
  editable: boolean;
  /** Shows the others where one writes, and where they write. */
  carets: CaretParts;
  comments: CommentParts & { attach: () => void };
  suggestingMode: SuggestingMode;
  /** The word of the save, for screens on which that above scrolls away. */
  saved: ReactNode;
  onWords: (words: number) => void;
  /** The proposal that the cursor is in, if any. */
  onCurrent: (id: string | null) => void;
  /** The editor of the body, once it stands. */
  onBody: (editor: Editor | null) => void;
  onShortcuts: () => void;
}

const countMs = 250;

/** What the readers will read, and what it is written with. */
export function TextColumn({
  storyId,
  doc,
  fields,
  language,
  editable,
  carets,
  comments,
  suggestingMode,
  saved,
  onWords,
  onCurrent,
  onBody,
  onShortcuts,
}: TextColumnProps) {
  const [isLinking, setLinking] = useState(false);
  const [hasTeaser, setTeaser] = useState(() => isLineUsed(doc, "teaser"));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState("");
  const blocks = useMemo(() => ({ onAsk: setAsked, onSay: setSaid }), []);
  const toolbar = useRef<HTMLDivElement>(null);
  const bars = useScrollRoom();
  const { of, stepsOf, lastEditor } = fields;
  const { register: registerField, suggesting } = useSuggesting(fields, suggestingMode, onCurrent);
  const { attach } = comments;
  const register = useCallback(
    (name: FieldName, editor: Editor | null) => {
      registerField(name, editor);
      attach();
    },
    [registerField, attach],
  );
  const steps = useMemo(
    () => ({
      kicker: stepsOf("kicker"),
      headline: stepsOf("headline"),
      standfirst: stepsOf("standfirst"),
      teaser: stepsOf("teaser"),
      body: stepsOf("body"),
    }),
    [stepsOf],
  );
  const editor = useBodyEditor({
    storyId,
    doc,
    editable,
    steps: steps.body,
    carets,
    onLink: () => setLinking(true),
    blocks,
    comments,
    suggesting,
  });

  const find = useFind(fields, editable);

  useEffect(() => {
    register("body", editor);
    onBody(editor);
    return () => {
      register("body", null);
      onBody(null);
    };
  }, [editor, register, onBody]);

  // A colleague may begin the teaser.
  useEffect(() => {
    const teaser = doc.getXmlFragment("teaser");
    const look = () => isLineUsed(doc, "teaser") && setTeaser(true);
    teaser.observeDeep(look);
    return () => teaser.unobserveDeep(look);
  }, [doc]);

  // An empty story waits for its headline; not a frame later, when somebody may have pressed into the text.
  useEffect(() => {
    const isEmpty = editor?.isEmpty && !isLineUsed(doc, "headline");
    if (isEmpty && editable && !isTypingElsewhere()) of("headline")?.view.focus();
  }, [editor, editable, doc, of]);

  useEffect(() => {
    if (!editor) return;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const count = () => onWords(wordsOf(editor.state.doc));
    const countSoon = () => {
      clearTimeout(pause);
      pause = setTimeout(count, countMs);
    };
    // The binding brings the text a moment after the editor stands, as a transaction like any other.
    editor.on("update", countSoon);
    countSoon();
    return () => {
      clearTimeout(pause);
      editor.off("update", countSoon);
    };
  }, [editor, onWords]);

  useEffect(() => {
    const toToolbar = (event: KeyboardEvent) => {
      if (!(event.altKey && event.key === "F10")) return;
      event.preventDefault();
      toolbar.current?.querySelector<HTMLElement>("button[tabindex='0'], button")?.focus();
    };
    window.addEventListener("keydown", toToolbar);
    return () => window.removeEventListener("keydown", toToolbar);
  }, []);

  const line = { doc, editable, carets, comments, suggesting, onEditor: register };
  return (
    <>
      {editor && editable ? (
        <div ref={bars} className={styles.tools}>
          <div className={styles.row}>
            <TextToolbar
              ref={toolbar}
              editor={editor}
              lastEditor={() => lastEditor(editor)}
              onLink={() => setLinking(true)}
              onComment={comments.begin}
              onFind={() => find.open(false)}
              onShortcuts={onShortcuts}
              blocks={blocks}
            />
            <div className={styles.saved} aria-hidden="true">
              {saved}
            </div>
          </div>
          <SuggestingBar editor={editor} />
          <BlockTools storyId={storyId} editor={editor} asked={asked} onAsk={setAsked} said={said} />
          {find.shown ? <FindBar find={find} language={language} /> : null}
          <LinkPopover editor={editor} isOpen={isLinking} onClose={() => setLinking(false)} />
        </div>
      ) : null}
      <div className={styles.column} lang={language} dir={directionOf(language)}>
        <LineField {...line} name="kicker" label="Kicker" steps={steps.kicker} />
        <LineField {...line} name="headline" label="Headline" steps={steps.headline} />
        <LineField {...line} name="standfirst" label="Standfirst" steps={steps.standfirst} />
        {hasTeaser ? (
          <LineField
            {...line}
            name="teaser"
            label="Teaser: what cards say instead of the standfirst"
            steps={steps.teaser}
          />
        ) : editable ? (
          <div className={styles.more} lang="en" dir="ltr">
            <Button tone="quiet" size="small" onClick={() => setTeaser(true)}>
              Add a teaser for cards
            </Button>
          </div>
        ) : null}
        <BodyField editor={editor} editable={editable} onLink={() => setLinking(true)} onComment={comments.begin} />
      </div>
    </>
  );
}

const isTypingElsewhere = (): boolean =>
  document.activeElement instanceof HTMLElement &&
  (document.activeElement.isContentEditable || document.activeElement.matches("input, select, textarea"));
