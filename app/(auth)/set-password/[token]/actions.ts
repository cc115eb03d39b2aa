"use server";
import { redirect } from "next/navigation";
import type { SetPasswordState } from "#components/auth/SetPasswordForm.client";
import { setPassword } from "#newsroom/people/commands/set-password";
import { keepDeviceToken, thisBrowser } from "../../../_request/browser.ts";
import { refuseForeignPage } from "../../../_request/origin.ts";
import { refusalOf } from "../../../_request/refusal.ts";
import { dropSessionToken } from "../../../_request/session-cookie.ts";

export async function setPasswordFromForm(
  token: string,
  _state: SetPasswordState,
  form: FormData,
): Promise<SetPasswordState> {
  const password = String(form.get("password") ?? "");
  if (password !== form.get("again")) return { message: null, issues: { again: "The two are not the same." } };
  try {
    await refuseForeignPage();
    const { deviceToken } = await setPassword({ token, password }, await thisBrowser());
    await keepDeviceToken(deviceToken);
    await dropSessionToken();
  } catch (error) {
    const { message, issues } = refusalOf(error, "Setting a password");
    const atPassword = issues.find(({ path }) => path === "password");
    return atPassword ? { message: null, issues: { password: atPassword.message } } : { message, issues: {} };
  }
  redirect("/sign-in?set=1");
}
