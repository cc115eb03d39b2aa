import { StatusLine } from "#components/ui/StatusLine";
import { ScrolledComparison } from "../comparison/ScrolledComparison.tsx";
import type { Arrived } from "../text/useArrivedText.ts";

/** What others wrote while the dialog stood open: to be read before it goes on. */
export const ArrivedText = ({ arrived: { difference, by }, language }: { arrived: Arrived; language: string }) => (
  <>
    <StatusLine tone="warning" bar>
      {difference
        ? `Text has come in since you looked${by.length > 0 ? `, by ${by.join(", ")}` : ""}. Please read it first.`
        : null}
    </StatusLine>
    {difference ? <ScrolledComparison label="What has come in" difference={difference} language={language} /> : null}
  </>
);
