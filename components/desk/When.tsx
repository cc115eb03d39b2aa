import { ago, exactly } from "./when.ts";

/** An instant in short words, the exact time on hover and for machines. */
export const When = ({ at, now, zone }: { at: Date; now: Date; zone: string }) => (
  <time dateTime={at.toISOString()} title={exactly(at, zone)}>
    {ago(at, now, zone)}
  </time>
);
