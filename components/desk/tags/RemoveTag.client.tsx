"use client";
import { Remove } from "../Remove.client.tsx";
import type { TagActions } from "./tag-actions.ts";

interface RemoveTagProps {
  tag: { id: string; name: string; version: number };
  actions: Pick<TagActions, "removeTag">;
  /** Where to go then; stays where it is without. */
  leadsTo?: string;
}

/** Takes out a tag that no story has. */
export const RemoveTag = ({ tag: { id, name, version }, actions, ...rest }: RemoveTagProps) => (
  <Remove
    {...rest}
    name={name}
    description="No story has it. Its names and its address go too."
    remove={() => actions.removeTag({ tagId: id, version })}
  />
);
