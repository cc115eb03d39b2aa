import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "../../components/tokens.css";
import "../../components/ui/ui.css";
import { newsroomSettings } from "#newsroom/settings/queries";
import { fontVariables } from "../../components/fonts.ts";
import { sayingIfAway } from "../_request/if-away.ts";

export const dynamic = "force-dynamic";

export const viewport: Viewport = { colorScheme: "light dark" };

/** The address is the key: no machine may learn it. Other sites do not, by the referrer policy of everything that is not for everybody. */
export async function generateMetadata(): Promise<Metadata> {
  const { name } = await sayingIfAway(newsroomSettings());
  return {
    title: { default: `Preview · ${name}`, template: `%s · ${name}` },
    robots: { index: false, follow: false, noarchive: true },
  };
}

export default function SharedLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
