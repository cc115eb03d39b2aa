"use client";
import { lazy, Suspense } from "react";

// Fetched when it is needed: Next puts the style sheets of what stands here on every page, readers' pages too.
const BrokenPage = lazy(() => import("#components/desk/notice/BrokenPage.client"));

/** What staff see where not even the frame of a page could be made. Readers' pages have their own words for it (lib/page-cache). */
export default function WholePageBroken({ error }: { error: { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>Please try again</title>
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <Suspense>
          <BrokenPage error={error} />
        </Suspense>
      </body>
    </html>
  );
}
