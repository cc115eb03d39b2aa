"use server";
import { redirect } from "next/navigation";
import type { SignInState } from "#components/auth/SignInForm.client";
import { refuseForeignPage } from "../../_request/origin.ts";
import { refusalOf } from "../../_request/refusal.ts";
import { returnPath } from "../../_request/return-path.ts";
import { keepSessionToken } from "../../_request/session-cookie.ts";
import { signInHere } from "../../_request/sign-in.ts";
import { waitingWords } from "./words.ts";

/** The form's action, with script and without. The session is the one that next-auth would have made. */
export async function signInFromForm({ tries }: SignInState, form: FormData): Promise<SignInState> {
  const text = (name: string) => String(form.get(name) ?? "");
  try {
    await refuseForeignPage();
    await keepSessionToken(await signInHere(text("email"), text("password")));
  } catch (error) {
    const { fault, message, detail } = refusalOf(error, "Signing in");
    const words = fault === "tooMany" ? waitingWords(detail.retryAfterSeconds) : message;
    return { email: text("email").slice(0, 254), message: words, tries: tries + 1 };
  }
  redirect(returnPath(text("next")));
}
