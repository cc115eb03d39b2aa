import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthWords } from "#components/auth/AuthWords";
import { Button } from "#components/ui/Button";
import { currentActor } from "../../_request/actor.ts";
import { signOutHere } from "../../_request/sign-out.ts";

export const metadata: Metadata = { title: "Sign out" };

/** Asks first: opening an address signs nobody out. */
export default async function SignOutPage() {
  const actor = (await currentActor()) ?? redirect("/sign-in");
  return (
    <AuthWords title="Sign out?">
      <p>You are signed in as {actor.name}.</p>
      <form action={signOutHere}>
        <Button type="submit" tone="primary">
          Sign out
        </Button>
      </form>
    </AuthWords>
  );
}
