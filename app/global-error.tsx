"use client";
import "../components/tokens.css";
import "../components/ui/ui.css";
import { Broken } from "#components/desk/notice/Broken.client";
import { fontVariables } from "../components/fonts.ts";

/** What staff see where not even the frame of a page could be made. */
export default function WholePageBroken({ error }: { error: { digest?: string } }) {
  return (
    <html lang="en" className={fontVariables}>
      <head>
        <title>Please try again</title>
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <main>
          <Broken error={error} retry={() => window.location.reload()} />
        </main>
      </body>
    </html>
  );
}
