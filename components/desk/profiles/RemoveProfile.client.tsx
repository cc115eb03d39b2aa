"use client";
import { Remove } from "../Remove.client.tsx";
import type { ProfileActions } from "./profile-actions.ts";

interface RemoveProfileProps {
  profile: { id: string; name: string; version: number };
  actions: Pick<ProfileActions, "removeProfile">;
}

/** Takes out a profile that was never in a byline; the newsroom refuses any other. */
export const RemoveProfile = ({ profile: { id, name, version }, actions }: RemoveProfileProps) => (
  <Remove
    name={name}
    description="They can stand in no byline then. Their account, if they have one, stays."
    remove={() => actions.removeProfile({ profileId: id, version })}
  />
);
