"use client";
import { Button } from "#components/ui/Button";
import { Field } from "#components/ui/Field";
import type { FocalPoint, LibraryPicture } from "#newsroom/media/schema";
import styles from "./Pictures.module.css";
import { deskPictureAddress } from "./picture-address.ts";

interface FocalPointFieldProps {
  picture: LibraryPicture;
  value: FocalPoint | null;
  disabled: boolean;
  onChange: (value: FocalPoint | null) => void;
}

const middle: FocalPoint = { x: 0.5, y: 0.5 };
const percent = (part: number) => Math.round(part * 100);

/** The point that stays in view where a picture is cut: by a press on it, or by two sliders. */
export function FocalPointField({ picture, value, disabled, onChange }: FocalPointFieldProps) {
  const shown = value ?? middle;
  const slider = (label: string, axis: "x" | "y") => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="range"
          min={0}
          max={100}
          disabled={disabled}
          value={percent(shown[axis])}
          aria-valuetext={`${percent(shown[axis])} per cent`}
          onChange={({ target }) => onChange({ ...shown, [axis]: Number(target.value) / 100 })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className={styles.focal} disabled={disabled}>
      <legend>Point that stays in view where the picture is cut</legend>
      <div className={styles.canvas}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the sliders below do the same by keys. */}
        <img
          src={deskPictureAddress(picture, 960)}
          width={picture.width}
          height={picture.height}
          alt={picture.altText}
          onClick={({ currentTarget, clientX, clientY }) => {
            if (disabled) return;
            const { left, top, width, height } = currentTarget.getBoundingClientRect();
            onChange({ x: (clientX - left) / width, y: (clientY - top) / height });
          }}
        />
        {value ? (
          <span
            className={styles.point}
            style={{ insetInlineStart: `${value.x * 100}%`, insetBlockStart: `${value.y * 100}%` }}
          />
        ) : null}
      </div>
      <div className={styles.sliders}>
        {slider("From the left", "x")}
        {slider("From the top", "y")}
      </div>
      {value && !disabled ? (
        <div>
          <Button size="small" onClick={() => onChange(null)}>
            Use the middle
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
