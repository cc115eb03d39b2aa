"use client";
import { Check, X } from "lucide-react";
import { Fragment, type RefObject, useEffect, useRef } from "react";
import { Button } from "#components/ui/Button";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import type { Stretch } from "#newsroom/body/word-difference";
import type { StorySuggestion } from "#newsroom/stories/document/document";
import { When } from "../../desk/When.tsx";
import type { Fields } from "../settings/useFields.ts";
import { hueOf } from "../writers/writers.ts";
import styles from "./SuggestionList.module.css";
import { decideOn, goToSuggestion } from "./suggesting.ts";
import { placeOf, shortened, suggestionWords } from "./suggestion-words.ts";

interface SuggestionListProps {
  fields: Fields;
  list: readonly StorySuggestion[];
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

/** What is proposed in the story, beside it: whose, since when, and what would change. */
export function SuggestionList({ fields, list, current, people, now, zone, editable, heading }: SuggestionListProps) {
  const count = list.length === 1 ? "1 suggestion" : `${list.length} suggestions`;
  const said = useCount(list.length);

  /** The button goes with its line: whoever pressed it stays in the list. */
  function decide(decision: "accept" | "reject", which: StorySuggestion | "all") {
    if (which === "all") decideOn(fields.all(), decision, "all");
    else decideOn([fields.of(which.part) ?? []].flat(), decision, which.id);
    heading.current?.focus();
  }

  function go({ part, id }: StorySuggestion) {
    const editor = fields.of(part);
    if (editor) goToSuggestion(editor, id);
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
                onGo={() => go(suggestion)}
                onDecide={editable ? (decision) => decide(decision, suggestion) : null}
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
  suggestion: StorySuggestion;
  name: string;
  isCurrent: boolean;
  when: React.ReactNode;
  onGo: () => void;
  onDecide: ((decision: "accept" | "reject") => void) | null;
}

function Suggestion({ suggestion, name, isCurrent, when, onGo, onDecide }: SuggestionProps) {
  const { by, added, removed, changes, difference } = suggestion;
  const place = placeOf(suggestion);
  const of = `${suggestionWords(suggestion)}, by ${name}`;
  return (
    <li className={styles.suggestion} data-hue={hueOf(by)} {...(isCurrent ? { "aria-current": "true" as const } : {})}>
      <p className={styles.who}>
        <span className={styles.name}>{name}</span> {place ? <span>{place}</span> : null}{" "}
        <span className={styles.when}>{when}</span>
      </p>
      <button type="button" className={styles.words} onClick={onGo}>
        {removed ? (
          <span>
            <Hidden>Take out: </Hidden>
            <del>{shortened(removed)}</del>
          </span>
        ) : null}
        {added ? (
          <span>
            <Hidden>Put in: </Hidden>
            <ins>{shortened(added)}</ins>
          </span>
        ) : null}
        {difference ? <Difference stretches={difference} /> : null}
        {changes.map((change) => (
          <span key={change}>{shortened(change)}</span>
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

/** Words of a block that comes in another's place, with those that are other words. */
const Difference = ({ stretches }: { stretches: readonly Stretch[] }) => (
  <span>
    {stretches.map(({ kind, text }, at) => {
      const [before, behind] = [at > 0, at < stretches.length - 1];
      // biome-ignore-start lint/suspicious/noArrayIndexKey: they have no other name, and are never reordered
      if (kind === "same") return <Fragment key={at}>{nearby(text, before, behind)}</Fragment>;
      const Mark = kind === "gone" ? "del" : "ins";
      return (
        <Fragment key={at}>
          <Hidden>{kind === "gone" ? " Take out: " : " Put in: "}</Hidden>
          <Mark>{shortened(text)}</Mark>
        </Fragment>
      );
      // biome-ignore-end lint/suspicious/noArrayIndexKey: see above
    })}
  </span>
);

const mostNearby = 32;

/** Words that stay, as far as they stand beside others that change. */
function nearby(text: string, before: boolean, behind: boolean): string {
  if (text.length <= 2 * mostNearby) return text;
  const start = before || !behind ? text.slice(0, mostNearby) : "";
  return `${start}…${behind ? text.slice(-mostNearby) : ""}`;
}
