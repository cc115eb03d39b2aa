"use server";
import { redirect } from "next/navigation";
import { signOut } from "#newsroom/people/commands/sign-out";
import { act } from "./act.ts";
import { dropSessionToken } from "./session-cookie.ts";

/** The action of every sign-out button: `<form action={signOutHere}>`. The session ends in the database, not only in the browser. */
export async function signOutHere(): Promise<void> {
  const answer = await act(signOut, {});
  // Not signed out: asked once more, on a page of its own.
  if (!answer.ok && answer.fault !== "unauthenticated") redirect("/sign-out");
  await dropSessionToken();
  redirect("/sign-in");
}
