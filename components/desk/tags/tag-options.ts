import type { FoundTag, Tag } from "#newsroom/tags/schema";
import type { ComboboxOption } from "../../ui/combobox-options.ts";

type NamedTag = Pick<Tag, "id" | "name" | "kind">;

/** A tag as a combobox shows it, with why it was found for `typed`. */
export const tagOption = (
  tag: NamedTag & Partial<Pick<FoundTag, "also" | "isNear">>,
  typed?: string,
): ComboboxOption => ({
  id: tag.id,
  label: tag.name,
  hint: tag.kind,
  ...(tag.also && { also: tag.also }),
  ...(tag.isNear && { isNear: true }),
  ...(typed && { foundFor: typed }),
});

/** The tags of near names that a refusal names. */
export const nearTagsIn = ({ near }: Record<string, unknown>): NamedTag[] =>
  Array.isArray(near) ? near.filter(isTag) : [];

const isTag = (value: unknown): value is NamedTag =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && "kind" in value;
