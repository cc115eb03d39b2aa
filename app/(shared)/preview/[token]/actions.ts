"use server";
import { newId } from "#newsroom/kernel/ids";
import "#newsroom/wiring";
import { redirect } from "next/navigation";
import type { GuestCommentState } from "#components/shared/GuestCommentForm.client";
import { commentByLink } from "#newsroom/stories/commands/comment-by-link";
import { refuseForeignPage } from "../../../_request/origin.ts";
import { refusalOf } from "../../../_request/refusal.ts";

/** Works before its script comes: what was written stands in the form again if it is refused. */
export async function commentFromForm(
  token: string,
  _state: GuestCommentState,
  form: FormData,
): Promise<GuestCommentState> {
  const [quote, text] = [String(form.get("quote") ?? ""), String(form.get("text") ?? "")];
  try {
    await refuseForeignPage();
    await commentByLink({ token: String(token), commentId: newId(), quote, text });
  } catch (error) {
    const { message, issues } = refusalOf(error, "A comment by link");
    const at = (path: string) => issues.find((issue) => issue.path === path)?.message ?? null;
    return {
      quote,
      text,
      message: at("text") || at("quote") ? null : message,
      atText: at("text"),
      atQuote: at("quote"),
    };
  }
  redirect(`/preview/${encodeURIComponent(token)}#comments`);
}
