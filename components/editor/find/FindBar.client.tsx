"use client";
import { ArrowDown, ArrowUp, CaseSensitive, Replace, WholeWord, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/Button";
import { IconButton } from "#components/ui/IconButton";
import { TextInput } from "#components/ui/TextInput";
import { Tooltip } from "#components/ui/Tooltip.client";
import { keysOf } from "../keys.ts";
import styles from "./FindBar.module.css";
import type { FindQuery } from "./matches.ts";
import type { Find } from "./useFind.ts";
import { useFindCount } from "./useFindCount.ts";

/** Looks for words in the story and replaces them. Escape goes back to the text, at the match. */
export function FindBar({ find, language }: { find: Find; language: string }) {
  const { query, session, shown, search, close } = find;
  const [replacement, setReplacement] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const count = useFindCount(find);
  const asked = shown?.asked;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that somebody asks for it
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  }

  return (
    <search aria-label="Find in the story" className={styles.bar} ref={find.bar} onKeyDown={onKeyDown}>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          session.step(1);
        }}
      >
        <TextInput
          ref={input}
          aria-label="Find"
          placeholder="Find"
          lang={language}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className={styles.words}
          value={query.words}
          onChange={({ target }) => search({ ...query, words: target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !event.shiftKey) return;
            event.preventDefault();
            session.step(-1);
          }}
        />
        <span role="status" className={styles.count}>
          {count}
        </span>
        <Icon label="Previous match" keys="Shift+F3" onPress={() => session.step(-1)}>
          <ArrowUp aria-hidden />
        </Icon>
        <Icon label="Next match" keys="F3" onPress={() => session.step(1)}>
          <ArrowDown aria-hidden />
        </Icon>
        <Icon label="Match case" pressed={query.matchCase} onPress={() => search(toggled(query, "matchCase"))}>
          <CaseSensitive aria-hidden />
        </Icon>
        <Icon label="Whole word" pressed={query.wholeWord} onPress={() => search(toggled(query, "wholeWord"))}>
          <WholeWord aria-hidden />
        </Icon>
        <Icon label="Replace…" keys="Mod+Alt+F" pressed={shown?.withReplace === true} onPress={find.toggleReplace}>
          <Replace aria-hidden />
        </Icon>
        <Icon label="Close" keys="Escape" onPress={close}>
          <X aria-hidden />
        </Icon>
      </form>
      {shown?.withReplace ? (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            find.replace(replacement);
          }}
        >
          <TextInput
            aria-label="Replace with"
            placeholder="Replace with"
            lang={language}
            autoComplete="off"
            className={styles.words}
            value={replacement}
            onChange={({ target }) => setReplacement(target.value)}
          />
          <Button type="submit">Replace</Button>
          <Button onClick={() => find.replaceAll(replacement)}>Replace all</Button>
        </form>
      ) : null}
    </search>
  );
}

const toggled = (query: FindQuery, option: "matchCase" | "wholeWord"): FindQuery => ({
  ...query,
  [option]: !query[option],
});

interface IconProps {
  label: string;
  keys?: string;
  pressed?: boolean;
  onPress: () => void;
  children: React.ReactNode;
}

const Icon = ({ label, keys, pressed, onPress, children }: IconProps) => (
  <Tooltip text={label} {...(keys ? { keys: keysOf(keys) } : {})}>
    <IconButton label={label} onClick={onPress} {...(pressed === undefined ? {} : { "aria-pressed": pressed })}>
      {children}
    </IconButton>
  </Tooltip>
);
