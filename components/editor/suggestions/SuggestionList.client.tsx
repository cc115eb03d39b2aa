"use client";
import type { Editor } from "@tiptap/core";
import { Check, X } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import type { OpenSuggestion } from "#newsroom/body/suggestions";
import { When } from "../../desk/When.tsx";
import { hueOf } from "../writers.ts";
import styles from "./SuggestionList.module.css";
import { decideOn, goToSuggestion } from "./suggesting.ts";

interface SuggestionListProps {
  editor: Editor;
  list: readonly OpenSuggestion[];
  /** The one that the cursor is in. */
  current: string | null;
  people: ReadonlyMap<string, string>;
  now: Date;
  zone: string;
  /** May this person decide? */
  editable: boolean;
  /** Takes the focus when somebody is led here. */
  heading: RefObject<HTMLHeadingElement | null>;
}

/** What is proposed in the text, beside it: whose, since when, and what would change. */
export function SuggestionList({ editor, list, current, people, now, zone, editable, heading }: SuggestionListProps) {
  const count = list.length === 1 ? "1 suggestion" : `${list.length} suggestions`;
  const said = useCount(list.length);

  /** The button goes with its line: whoever pressed it stays in the list. */
  function decide(decision: "accept" | "reject", which: string) {
    decideOn(editor, decision, which);
    heading.current?.focus();
  }

  return (
    <>
      <Hidden>
        <StatusLine>{said}</StatusLine>
      </Hidden>
      {list.length === 0 ? null : (
        <section className={styles.suggestions} aria-labelledby="suggestions">
          <h2 id="suggestions" ref={heading} tabIndex={-1} className={styles.heading}>
            {count}
          </h2>
          {editable ? (
            <div className={styles.all}>
              <Button size="small" onClick={() => decide("accept", "all")}>
                Accept all
              </Button>
              <Button size="small" onClick={() => decide("reject", "all")}>
                Reject all
              </Button>
            </div>
          ) : null}
          <ol className={styles.list}>
            {list.map((suggestion) => (
              <Suggestion
                key={suggestion.id}
                suggestion={suggestion}
                name={people.get(suggestion.by) ?? "Somebody"}
                isCurrent={suggestion.id === current}
                when={isTime(suggestion.at) ? <When at={new Date(suggestion.at)} now={now} zone={zone} /> : null}
                onGo={() => goToSuggestion(editor, suggestion.id)}
                onDecide={editable ? (decision) => decide(decision, suggestion.id) : null}
              />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

const isTime = (at: string): boolean => !Number.isNaN(Date.parse(at));

/** Says how many are left once the number changes; silent at first. */
function useCount(count: number): string | null {
  const before = useRef<number | null>(null);
  const said = before.current === null || before.current === count ? null : `${count} open suggestions`;
  useEffect(() => {
    before.current ??= count;
  }, [count]);
  return said;
}

interface SuggestionProps {
  suggestion: OpenSuggestion;
  name: string;
  isCurrent: boolean;
  when: React.ReactNode;
  onGo: () => void;
  onDecide: ((decision: "accept" | "reject") => void) | null;
}

const longest = 160;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function Suggestion({ suggestion, name, isCurrent, when, onGo, onDecide }: SuggestionProps) {
  const { by, added, removed, changes } = suggestion;
  const of = `${[removed && `“${cut(removed)}” out`, added && `“${cut(added)}” in`, ...changes].filter(Boolean).join(", ")}, by ${name}`;
  return (
    <li className={styles.suggestion} data-hue={hueOf(by)} {...(isCurrent ? { "aria-current": "true" as const } : {})}>
      <p className={styles.who}>
        <span className={styles.name}>{name}</span> <span className={styles.when}>{when}</span>
      </p>
      <button type="button" className={styles.words} onClick={onGo}>
        {removed ? (
          <span>
            <Hidden>Take out: </Hidden>
            <del>{cut(removed)}</del>
          </span>
        ) : null}
        {added ? (
          <span>
            <Hidden>Put in: </Hidden>
            <ins>{cut(added)}</ins>
          </span>
        ) : null}
        {changes.map((change) => (
          <span key={change}>{cut(change)}</span>
        ))}
      </button>
      {onDecide ? (
        <div className={styles.decide}>
          <Button size="small" aria-label={`Accept: ${of}`} onClick={() => onDecide("accept")}>
            <Check aria-hidden /> Accept
          </Button>
          <Button size="small" tone="quiet" aria-label={`Reject: ${of}`} onClick={() => onDecide("reject")}>
            <X aria-hidden /> Reject
          </Button>
        </div>
      ) : null}
    </li>
  );
}
