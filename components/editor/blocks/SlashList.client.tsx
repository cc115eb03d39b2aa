"use client";
import { computePosition, flip, offset, shift, size } from "@floating-ui/dom";
import { type Editor, posToDOMRect } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useLayoutEffect, useRef } from "react";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import { classes } from "../../ui/classes.ts";
import surface from "../../ui/Surface.module.css";
import type { Asked } from "./asked.ts";
import { choicesFor } from "./block-choices.ts";
import styles from "./SlashList.module.css";
import { changeSlash, chooseAtSlash, slashKey, slashListId, slashOptionId } from "./slash-menu.ts";

interface SlashListProps {
  editor: Editor;
  onAsk: (asked: Asked) => void;
}

/** The blocks that fit what stands after the slash. The text has the focus all the while. */
export function SlashList({ editor, onAsk }: SlashListProps) {
  const open = useEditorState({ editor, selector: ({ editor }) => slashKey.getState(editor.state)?.open ?? null });
  const list = useRef<HTMLDivElement>(null);
  const choices = open ? choicesFor(open.query) : [];
  const { from, index } = open ?? { from: null, index: 0 };
  const count = choices.length;
  const isShown = count > 0;

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || from === null || count === 0) return;
    const anchor = { getBoundingClientRect: () => posToDOMRect(editor.view, from, from) };
    const options = { placement: "bottom-start" as const, strategy: "fixed" as const };
    // A keyboard on the screen leaves less room than the whole list takes.
    const room = size({
      padding: 8,
      apply: ({ availableHeight }) => element.style.setProperty("--available-height", `${availableHeight}px`),
    });
    element.style.removeProperty("--available-height");
    void computePosition(anchor, element, {
      ...options,
      middleware: [offset(6), flip(), shift({ padding: 8 }), room],
    }).then(({ x, y }) => Object.assign(element.style, { translate: `${x}px ${y}px` }));
    // A shorter list above the line would else stand where the long one began.
  }, [editor, from, count]);

  useLayoutEffect(() => {
    list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);

  return (
    <>
      <Hidden>
        <StatusLine>
          {isShown ? `${count} ${count === 1 ? "block" : "blocks"}: arrows choose, Enter inserts` : ""}
        </StatusLine>
      </Hidden>
      {isShown ? (
        <div
          ref={list}
          id={slashListId}
          role="listbox"
          aria-label="Blocks"
          className={classes(surface.surface, surface.list, styles.list)}
        >
          {choices.map((choice, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the text, which has the focus
            <div
              key={choice.name}
              id={slashOptionId(choice.name)}
              role="option"
              tabIndex={-1}
              aria-selected={place === index}
              className={classes(surface.item, styles.option)}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => (place === index ? undefined : changeSlash(editor, { mark: place }))}
              onClick={() => chooseAtSlash(editor, choice, onAsk)}
            >
              <choice.icon aria-hidden />
              {choice.label}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}
