"use client";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import { type Person, withMentions } from "#newsroom/stories/comments/comments";
import { classes } from "../../ui/classes.ts";
import surface from "../../ui/Surface.module.css";
import { keepText, keptText } from "../../unsent/kept-text.ts";
import styles from "./Comments.module.css";
import { nameBefore, peopleLike, type TypedName, withName } from "./mention-typing.ts";
import type { Saying } from "./useComments.ts";

interface CommentFieldProps {
  label: string;
  /** Under which name the unsent text is kept. */
  place: string;
  /** What stands in it at first, and the people whom that mentions. */
  begun?: string;
  mentioned?: readonly Person[];
  send: string;
  people: () => Promise<Person[]>;
  onSend: Saying;
  onCancel: () => void;
}

/** Where somebody writes a comment. `@` offers the people who may read the story; what is not sent stays, also when this closes. */
export function CommentField({
  label,
  place,
  begun = "",
  mentioned = [],
  send,
  people,
  onSend,
  onCancel,
}: CommentFieldProps) {
  const [text, setText] = useState(() => keptText(place) || begun);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [known, setKnown] = useState<Person[]>([]);
  const [typing, setTyping] = useState<TypedName | null>(null);
  const [marked, setMarked] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const cursor = useRef<number | null>(null);
  const id = useId();

  useEffect(() => {
    const field = area.current;
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  useEffect(() => {
    let isGone = false;
    void people().then((all) => (isGone ? undefined : setKnown(all)));
    return () => {
      isGone = true;
    };
  }, [people]);
  useLayoutEffect(() => {
    if (cursor.current === null) return;
    area.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = null;
  });

  const offered = typing ? peopleLike(known, typing.query) : [];
  const change = (next: string) => {
    setText(next);
    keepText(place, next === begun ? "" : next);
  };
  const look = () => {
    const field = area.current;
    setTyping(
      field && field.selectionStart === field.selectionEnd ? nameBefore(field.value, field.selectionStart) : null,
    );
    setMarked(0);
  };

  function choose(person: Person | undefined) {
    if (!typing || !person) return;
    const next = withName(text, typing, person.name);
    cursor.current = next.cursor;
    change(next.text);
    setTyping(null);
    area.current?.focus();
  }

  async function say() {
    if (busy) return;
    if (text.trim() === "") return setError("Please write something first.");
    setBusy(true);
    setError(null);
    const problem = await onSend(withMentions(text, [...mentioned, ...known]));
    setBusy(false);
    if (problem === null) {
      setText("");
      keepText(place, "");
    } else setError(problem);
  }

  function hearKey(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return void say();
    }
    if (event.key === "Escape") {
      event.preventDefault();
      return offered.length > 0 ? setTyping(null) : onCancel();
    }
    if (offered.length === 0) return;
    if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      choose(offered[marked]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setMarked((marked + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length);
    }
  }

  return (
    <form
      className={styles.form}
      data-sends
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <div className={styles.writing}>
        <Field label={label} hideLabel error={error}>
          {(control) => (
            <TextArea
              {...control}
              ref={area}
              dir="auto"
              value={text}
              placeholder="@ calls somebody"
              aria-autocomplete="list"
              aria-haspopup="listbox"
              {...(offered.length > 0
                ? { "aria-controls": `${id}-people`, "aria-activedescendant": `${id}-${marked}` }
                : {})}
              onChange={({ target }) => {
                change(target.value);
                setError(null);
                look();
              }}
              onKeyDown={hearKey}
              onClick={look}
              onBlur={() => setTyping(null)}
            />
          )}
        </Field>
        <Hidden>
          <StatusLine>
            {offered.length > 0
              ? `${offered.length} ${offered.length === 1 ? "person" : "people"}: arrows choose, Enter takes`
              : ""}
          </StatusLine>
        </Hidden>
        {offered.length > 0 ? (
          <div
            id={`${id}-people`}
            role="listbox"
            aria-label="People"
            className={classes(surface.surface, surface.list, styles.people)}
          >
            {offered.map((person, at) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which has the focus
              <div
                key={person.id}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === marked}
                className={classes(surface.item, styles.person)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(person)}
              >
                {person.name}
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <div className={styles.buttons}>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" tone="primary" size="small" busy={busy}>
          {busy ? "Sending…" : send}
        </Button>
      </div>
    </form>
  );
}
