"use server";
import { chooseNotifications as chooseCommand } from "#newsroom/notifications/commands/choose-notifications";
import { seeNotifications as seeCommand } from "#newsroom/notifications/commands/see-notifications";
import type { Channels, NotificationKind } from "#newsroom/notifications/kinds";
import { act } from "../../../_request/act.ts";

export const seeNotifications = async (input: { upTo: string } | { storyId: string; kinds: NotificationKind[] }) =>
  act(seeCommand, input);

export const chooseNotifications = async (input: { kind: NotificationKind } & Channels) => act(chooseCommand, input);
