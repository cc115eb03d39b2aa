import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/auth/SignInForm.client";
import { currentActor } from "../../_request/actor.ts";
import { returnPath } from "../../_request/return-path.ts";
import { signInFromForm } from "./actions.ts";
import { wordsOfError } from "./words.ts";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[]; set?: string }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, error, set } = await searchParams;
  const path = returnPath(next);
  if (await currentActor()) redirect(path);
  return (
    <SignInForm
      data={{
        next: path,
        start: { email: "", message: error === undefined ? null : wordsOfError(String(error)), tries: 0 },
        notice: set === undefined ? null : "Your password is set. Please sign in with it.",
      }}
      actions={{ signIn: signInFromForm }}
    />
  );
}
