import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Frame } from "#components/desk/shell/Frame";
import { UiProvider } from "#components/ui/UiProvider.client";
import { UnsentIn } from "#components/unsent/UnsentIn.client";
import { unseenCount } from "#newsroom/notifications/queries";
import { newsroomSettings } from "#newsroom/settings/queries";
import { canCreateStory } from "#newsroom/stories/policy";
import "../../components/tokens.css";
import "../../components/ui/ui.css";
import { fontVariables } from "../../components/fonts.ts";
import { requireActor } from "../_request/actor.ts";
import { sayingIfAway } from "../_request/if-away.ts";
import { signOutHere } from "../_request/sign-out.ts";
import { newStory } from "./desk/actions.ts";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: { default: "Desk", template: "%s · Desk" },
  robots: { index: false, follow: false },
};

/** The keyboard of a phone makes the page smaller instead of covering it: what stays in sight stays in sight. */
export const viewport: Viewport = { colorScheme: "light dark", interactiveWidget: "resizes-content" };

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [{ name }, unseen] = await sayingIfAway(Promise.all([newsroomSettings(), unseenCount(actor)]));
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <UiProvider>
          <Frame
            data={{ actor, newsroom: name, unseen }}
            can={{ createStory: canCreateStory(actor) }}
            actions={{ newStory, signOut: signOutHere }}
          >
            <UnsentIn person={actor.id}>{children}</UnsentIn>
          </Frame>
        </UiProvider>
      </body>
    </html>
  );
}
