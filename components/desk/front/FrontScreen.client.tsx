"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { IconButton } from "#components/ui/IconButton";
import { StatusLine } from "#components/ui/StatusLine";
import { places } from "#newsroom/fronts/places";
import type { DeskFront, DeskSlot, Named, Slot } from "#newsroom/fronts/schema";
import { toast } from "../../ui/toast-manager.ts";
import list from "../ListScreen.module.css";
import { useAsking } from "../people/use-asking.client.ts";
import { When } from "../When.tsx";
import styles from "./Front.module.css";
import type { FrontActions } from "./front-actions.ts";
import { SlotDialog } from "./SlotDialog.client.tsx";
import { exchanged, slotOf, slotWords } from "./slot-words.ts";

interface FrontScreenProps {
  data: { front: DeskFront; sections: readonly Named[]; zone: string; now: Date };
  actions: FrontActions;
}

/** The places on top of the paper's first page. Each change is what readers see from then on, and can be undone. */
export function FrontScreen({ data: { front, sections, zone, now }, actions }: FrontScreenProps) {
  const [chosen, setChosen] = useState<number | null>(null);
  const { ask, isAsking, refusal, issueAt, forget } = useAsking();
  const rows = useRef<HTMLOListElement>(null);
  const router = useRouter();
  const before = front.slots.map(slotOf);

  function arrange(slots: Slot[], said: string, then?: () => void) {
    ask(
      async () => {
        const answer = await actions.arrangeFront({ version: front.version, slots });
        // Whoever was slower sees what the other one made of it.
        if (!answer.ok && answer.fault === "conflict") router.refresh();
        return answer;
      },
      ({ version }) => {
        then?.();
        toast({ tone: "good", title: said, action: { label: "Undo", onPress: () => undo(version) } });
        router.refresh();
      },
    );
  }

  const undo = (version: number) => ask(() => actions.arrangeFront({ version, slots: before }), router.refresh);

  function move(from: number, to: number) {
    const [moved, name] = [front.slots[from]?.shows?.name ?? "The place", places[to]?.name ?? ""];
    arrange(exchanged(before, from, to), `${moved}: ${name}`, () => {
      const buttons = rows.current?.children[to]?.querySelectorAll<HTMLButtonElement>("button[data-move]");
      const [up, down] = buttons ?? [];
      (to < from && to > 0) || to === places.length - 1 ? up?.focus() : down?.focus();
    });
  }

  const putIn = (at: number, slot: Slot) =>
    arrange(before.with(at, slot), `${places[at]?.name} is arranged`, () => setChosen(null));

  const slot = chosen === null ? undefined : front.slots[chosen];
  return (
    <div className={list.screen}>
      <div className={list.head}>
        <h1 className={list.title}>Front</h1>
        <ButtonLink href="/" target="_blank">
          See the front
        </ButtonLink>
      </div>
      <div>
        <p className={list.hint}>
          {front.arrangedAt ? (
            <>
              Arranged <When at={front.arrangedAt} now={now} zone={zone} />
              {front.arrangedBy ? ` by ${front.arrangedBy}` : null}. What is changed here is on the front at once.
            </>
          ) : (
            "The newest stories stand here by themselves. What is changed here is on the front at once."
          )}
        </p>
        <StatusLine tone="danger">{refusal && chosen === null ? refusal.message : null}</StatusLine>
      </div>
      <ol ref={rows} className={styles.places}>
        {places.map(({ name, size }, at) => (
          <li key={name} className={styles.place} data-size={size}>
            <Place name={name} slot={front.slots[at]} />
            <div className={styles.tools}>
              <IconButton
                label={`Move up: ${name}`}
                size="small"
                data-move
                disabled={at === 0}
                onClick={() => isAsking || move(at, at - 1)}
              >
                <ArrowUp aria-hidden />
              </IconButton>
              <IconButton
                label={`Move down: ${name}`}
                size="small"
                data-move
                disabled={at === places.length - 1}
                onClick={() => isAsking || move(at, at + 1)}
              >
                <ArrowDown aria-hidden />
              </IconButton>
              <Button
                size="small"
                aria-label={`Change ${name}`}
                onClick={() => {
                  forget();
                  setChosen(at);
                }}
              >
                Change…
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {chosen !== null && slot ? (
        <SlotDialog
          name={places[chosen]?.name ?? ""}
          slot={slot}
          sections={sections}
          actions={actions}
          busy={isAsking}
          issueAt={(field) => issueAt(`slots.${chosen}.${field}`)}
          error={refusal?.message ?? null}
          onChoose={(next) => putIn(chosen, next)}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </div>
  );
}

const Place = ({ name, slot }: { name: string; slot: DeskSlot | undefined }) => (
  <div className={styles.what}>
    <p className={styles.name}>
      {name}
      {slot ? <span className={styles.why}> · {slotWords(slot)}</span> : null}
    </p>
    <p className={styles.headline} dir="auto">
      {slot?.shows ? (
        <a href={`/desk/stories/${slot.shows.id}`}>{slot.shows.name}</a>
      ) : (
        "Nothing yet: there are too few live stories"
      )}
    </p>
  </div>
);
