import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { currentRates } from "#newsroom/rates/published";
import { menuSections } from "#newsroom/stories/published/newsroom";
import "../../components/tokens.css";
import "../../components/site/site.css";
import { Islands } from "#components/site/islands/Islands";
import { Shell } from "#components/site/shell/Shell";
import { fontVariables } from "../../components/fonts.ts";
import { directionOf } from "../../components/site/direction.ts";
import { islandsModule, siteUrl } from "./_site/address.ts";
import { paperOf } from "./_site/published.ts";

export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafaf8" },
    { media: "(prefers-color-scheme: dark)", color: "#14171b" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await paperOf();
  return { metadataBase: new URL(siteUrl()), title: { default: name, template: `%s · ${name}` } };
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const [paper, sections, rates] = await Promise.all([paperOf(), menuSections(), currentRates()]);
  return (
    <html lang={paper.language} dir={directionOf(paper.language)} className={fontVariables}>
      <body>
        <Shell paper={paper} sections={sections} rates={rates}>
          {children}
        </Shell>
        <Islands src={islandsModule()} />
      </body>
    </html>
  );
}
