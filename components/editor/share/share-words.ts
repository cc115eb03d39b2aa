import type { ShareRow } from "#newsroom/stories/shares/shares";
import { exactly } from "../../desk/when.ts";

/** How a link stands, and why it opens nothing. */
export function shareState(share: ShareRow, now: Date, zone: string): string {
  const { by, endsAt, revokedAt, rests, mayComment, follows } = share;
  if (revokedAt) return "revoked";
  if (endsAt <= now) return "ended";
  if (rests) return `rests: ${by ?? "whoever made it"} may not show this story any more`;
  return `until ${exactly(endsAt, zone)}${mayComment ? ", may comment" : ""}${follows ? ", follows changes" : ""}`;
}
