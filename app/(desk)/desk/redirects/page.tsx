import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RedirectsScreen } from "#components/desk/redirects/RedirectsScreen";
import { systemNow } from "#newsroom/kernel/clock";
import { canManageRedirects } from "#newsroom/redirects/policy";
import { redirects } from "#newsroom/redirects/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { requireActor } from "../../../_request/actor.ts";
import { addRedirect, removeRedirect } from "./actions.ts";

export const metadata: Metadata = { title: "Redirects" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RedirectsPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!canManageRedirects(actor)) forbidden();
  const { q, after } = await searchParams;
  const search = typeof q === "string" ? q : "";
  const [list, { zone }] = await Promise.all([
    redirects(actor, { search, ...(typeof after === "string" && { after }) }),
    newsroomSettings(),
  ]);
  return (
    <RedirectsScreen data={{ ...list, search, zone, now: systemNow() }} actions={{ addRedirect, removeRedirect }} />
  );
}
