import { z } from "zod";

export type SignedInAgain = { ok: true; person: { id: string; name: string } } | { ok: false; message: string };

const Csrf = z.object({ csrfToken: z.string() });
const Session = z.object({ user: z.object({ id: z.string(), name: z.string() }) });
const Redirect = z.object({ url: z.string() });

const answerMs = 15_000;
const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`/api/auth/${path}`, { ...init, cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(answerMs) });

/** Signs somebody in without leaving the page. */
export async function signInAgain(email: string, password: string): Promise<SignedInAgain> {
  try {
    const { csrfToken } = Csrf.parse(await (await ask("csrf")).json());
    const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
    const answer = await ask("callback/credentials", { method: "POST", body });
    if (!answer.ok) return { ok: false, message: wordsOf(Redirect.safeParse(await answer.json()).data?.url) };
    const { user } = Session.parse(await (await ask("session")).json());
    return { ok: true, person: user };
  } catch {
    return { ok: false, message: "The newsroom does not answer. Please try again." };
  }
}

/** Is this person signed in in this browser now? Null if the newsroom does not answer. */
export async function isSignedIn(personId: string): Promise<boolean | null> {
  try {
    const answer = await ask("session");
    return answer.ok ? Session.safeParse(await answer.json()).data?.user.id === personId : null;
  } catch {
    return null;
  }
}

const wordsOf = (url = ""): string =>
  url.includes("error=tooMany")
    ? "Too many tries. Please wait some minutes."
    : "This e-mail address and password do not fit together.";
