"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { Combobox } from "#components/ui/Combobox.client";
import { Field } from "#components/ui/Field";
import { IconButton } from "#components/ui/IconButton";
import { Select } from "#components/ui/Select";
import type { ComboboxOption } from "../../ui/combobox-options.ts";
import type { BylineEntry } from "../edited-story.ts";
import styles from "./BylineField.module.css";

interface BylineFieldProps {
  byline: BylineEntry[];
  profiles: { id: string; name: string }[];
  disabled: boolean;
  error: string | undefined;
  onChange: (byline: BylineEntry[]) => void;
}

const partOptions = [
  { value: "words", label: "Words" },
  { value: "pictures", label: "Pictures" },
  { value: "translation", label: "Translation" },
] as const;

const isPart = (value: string): value is BylineEntry["part"] => partOptions.some((option) => option.value === value);

/** Who made the story, in order, each with a part. */
export function BylineField({ byline, profiles, disabled, error, onChange }: BylineFieldProps) {
  const chosen = [
    ...new Map(byline.map(({ profileId, name }) => [profileId, { id: profileId, label: name }])).values(),
  ];

  const choose = (options: ComboboxOption[]) =>
    onChange([
      ...byline.filter(({ profileId }) => options.some(({ id }) => id === profileId)),
      ...options
        .filter(({ id }) => byline.every(({ profileId }) => profileId !== id))
        .map(({ id, label }) => ({ profileId: id, name: label, part: "words" as const })),
    ]);

  function move(from: number, by: 1 | -1) {
    const next = [...byline];
    const [entry] = next.splice(from, 1);
    if (entry) next.splice(from + by, 0, entry);
    onChange(next);
  }

  return (
    <div className={styles.byline}>
      <Field label="Byline" error={error ?? null}>
        {(control) => (
          <Combobox
            {...control}
            noun="people"
            placeholder="Whose story is this?"
            value={chosen}
            options={profiles.map(({ id, name }) => ({ id, label: name }))}
            onChange={choose}
            disabled={disabled}
          />
        )}
      </Field>
      {byline.length > 0 && !disabled ? (
        <ol className={styles.entries} aria-label="Parts in the byline">
          {byline.map((entry, place) => (
            <li key={`${entry.profileId} ${entry.part}`} className={styles.entry}>
              <span className={styles.name}>{entry.name}</span>
              <Select
                aria-label={`Part of ${entry.name}`}
                className={styles.part}
                options={partOptions}
                value={entry.part}
                onChange={({ target }) =>
                  isPart(target.value) &&
                  onChange(
                    byline.map((other, at) =>
                      at === place && isPart(target.value) ? { ...other, part: target.value } : other,
                    ),
                  )
                }
              />
              {byline.length > 1 ? (
                <>
                  <IconButton
                    label={`Move ${entry.name} up`}
                    size="small"
                    disabled={place === 0}
                    onClick={() => move(place, -1)}
                  >
                    <ArrowUp aria-hidden />
                  </IconButton>
                  <IconButton
                    label={`Move ${entry.name} down`}
                    size="small"
                    disabled={place === byline.length - 1}
                    onClick={() => move(place, 1)}
                  >
                    <ArrowDown aria-hidden />
                  </IconButton>
                </>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}
