import type { Currency, SourceName } from "../schema.ts";

/** What the last answer said of itself, so that the next visit need not carry the same again. */
export interface Conditional {
  etag: string | null;
  lastModified: string | null;
}

export interface SourceAnswer extends Conditional {
  /** YYYY-MM-DD, as the source says it. */
  effectiveDate: string;
  /** Dollars per unit, as decimal text. */
  rates: { currency: Currency; rate: string }[];
  /** The source had nothing for these that can be a rate. */
  unusable: Currency[];
}

/** A place that publishes rates. @throws SourceFailed, or FetchFailed where it cannot be reached */
export interface RateSource {
  name: SourceName;
  fetch(conditional: Conditional): Promise<SourceAnswer | "unchanged">;
}

/** A source was reached but its answer is none. The message is for the desk. */
export class SourceFailed extends Error {
  override name = "SourceFailed";
}
