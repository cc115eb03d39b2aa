import type { Metadata } from "next";
import { NotificationsScreen } from "#components/desk/notifications/NotificationsScreen";
import { systemNow } from "#newsroom/kernel/clock";
import {
  isMailSetUp,
  mailsThatStayed,
  ownChoices,
  ownNotifications,
  unseenCount,
} from "#newsroom/notifications/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";
import { chooseNotifications, seeNotifications } from "./actions.ts";

export const metadata: Metadata = { title: "Notifications" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function NotificationsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { after } = await searchParams;
  const cursor = typeof after === "string" ? after : "";
  const now = systemNow();
  const [told, choices, unseen, mails, { zone }] = await Promise.all([
    ownNotifications(actor, cursor),
    ownChoices(actor),
    unseenCount(actor),
    mailsThatStayed(actor),
    newsroomSettings(),
  ]);
  return (
    <NotificationsScreen
      data={{
        ...told,
        ...choices,
        unseen,
        isFirstPage: cursor === "",
        isMailSetUp: isMailSetUp(),
        mails,
        zone,
        now,
      }}
      actions={{ seeNotifications, chooseNotifications }}
    />
  );
}
