import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "../../components/tokens.css";
import "../../components/ui/ui.css";
import { AuthFrame } from "#components/auth/AuthFrame";
import { newsroomSettings } from "#newsroom/settings/queries";
import { fontVariables } from "../../components/fonts.ts";
import { sayingIfAway } from "../_request/if-away.ts";

export const dynamic = "force-dynamic";

export const viewport: Viewport = { colorScheme: "light dark" };

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await sayingIfAway(newsroomSettings());
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false, follow: false } };
}

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { name } = await sayingIfAway(newsroomSettings());
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <AuthFrame newsroom={name}>{children}</AuthFrame>
      </body>
    </html>
  );
}
