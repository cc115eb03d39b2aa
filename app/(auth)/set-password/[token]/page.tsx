import type { Metadata } from "next";
import { DeadLink } from "#components/auth/DeadLink";
import { SetPasswordForm } from "#components/auth/SetPasswordForm.client";
import { systemNow } from "#newsroom/kernel/clock";
import { openLink } from "#newsroom/people/password-links";
import { setPasswordFromForm } from "./actions.ts";

export const metadata: Metadata = { title: "Choose a password" };

/** Looking uses nothing up: mail programs open links by themselves. */
export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await openLink(token, systemNow());
  // Said by the page itself: what Next shows for `notFound()` needs script.
  if (!link) return <DeadLink />;
  const { email, name } = link;
  return <SetPasswordForm data={{ email, name }} actions={{ setPassword: setPasswordFromForm.bind(null, token) }} />;
}
