"use client";
import { useEffect } from "react";
import type { Answer } from "#newsroom/kernel/answer";
import type { NotificationKind } from "#newsroom/notifications/kinds";
import { sayUnseenChanged } from "./unseen-changed.ts";

interface SeenHereProps {
  data: { storyId: string; kinds: NotificationKind[] };
  actions: { seeNotifications: (input: { storyId: string; kinds: NotificationKind[] }) => Promise<Answer<unknown>> };
}

/** Who has a story open has seen what they were told of it. Shows nothing; what did not arrive stays unseen. */
export function SeenHere({ data: { storyId, kinds }, actions: { seeNotifications } }: SeenHereProps) {
  useEffect(() => {
    if (kinds.length === 0) return;
    void seeNotifications({ storyId, kinds }).then(
      ({ ok }) => ok && sayUnseenChanged(),
      () => null,
    );
  }, [storyId, kinds, seeNotifications]);
  return null;
}
