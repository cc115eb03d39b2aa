"use client";
import { createContext, type KeyboardEvent, type MouseEvent, type ReactNode, useContext, useState } from "react";
import { Checkbox } from "#components/ui/Checkbox";
import { Hidden } from "#components/ui/Hidden";
import { BulkBar, type BulkBarProps } from "./BulkBar.client.tsx";
import { type Chosen, nothing, toggled, wholePage } from "./selection.ts";

interface Selecting {
  chosen: Chosen;
  toggle(id: string, isRange: boolean): void;
  togglePage(): void;
  isWholePage: boolean;
}

const SelectingContext = createContext<Selecting | null>(null);

interface SelectingProps extends Pick<BulkBarProps, "data" | "actions"> {
  storyIds: readonly string[];
  /** Does the list go on beyond this page? */
  hasMore: boolean;
  children: ReactNode;
}

/** Lets stories of the list be chosen, and says below what can be done with those chosen. Give it the list's address as `key`. */
export function SelectingStories({ storyIds, hasMore, data, actions, children }: SelectingProps) {
  const [chosen, setChosen] = useState<Chosen>(nothing);
  const isWholePage = storyIds.length > 0 && storyIds.every((id) => chosen.isAll || chosen.ids.includes(id));
  const toggle = (id: string, isRange: boolean) => setChosen((before) => toggled(before, storyIds, id, isRange));

  /** Space on a story's line chooses it, as it does on its box. */
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== " " || !(event.target instanceof HTMLElement) || !event.target.matches("a[data-row]")) return;
    const id = event.target.closest<HTMLElement>("[data-story]")?.dataset.story;
    if (!id) return;
    event.preventDefault();
    toggle(id, event.shiftKey);
  };

  return (
    <SelectingContext
      value={{
        chosen,
        toggle,
        togglePage: () => setChosen(isWholePage ? nothing : wholePage(storyIds)),
        isWholePage,
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the links in it */}
      <div onKeyDown={press}>{children}</div>
      {chosen.ids.length > 0 ? (
        <BulkBar
          data={data}
          actions={actions}
          chosen={chosen}
          offersAll={isWholePage && hasMore && !chosen.isAll}
          onAll={() => setChosen({ ...chosen, isAll: true })}
          onNothing={() => setChosen(nothing)}
        />
      ) : null}
    </SelectingContext>
  );
}

/** The box in a story's line; with Shift, all from the one before to this. */
export function SelectBox({ id, headline }: { id: string; headline: string }) {
  const selecting = useContext(SelectingContext);
  if (!selecting) return null;
  const isOn = selecting.chosen.isAll || selecting.chosen.ids.includes(id);
  return (
    <Checkbox
      label={<Hidden>Select {headline}</Hidden>}
      checked={isOn}
      onChange={() => {}}
      onClick={(event: MouseEvent<HTMLInputElement>) => selecting.toggle(id, event.shiftKey)}
    />
  );
}

export function SelectPageBox() {
  const selecting = useContext(SelectingContext);
  if (!selecting) return null;
  return (
    <Checkbox
      label={<Hidden>Select all on this page</Hidden>}
      checked={selecting.isWholePage}
      onChange={selecting.togglePage}
    />
  );
}
