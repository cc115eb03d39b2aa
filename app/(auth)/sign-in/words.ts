/** How long to wait, in words. */
export function waitingWords(seconds: unknown): string {
  const minutes = typeof seconds === "number" ? Math.ceil(seconds / 60) : 15;
  return `Too many tries. Please try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}, or in a browser in which you have signed in before.`;
}

/** For the codes with which next-auth sends somebody back here. Never more than the form itself says. */
export function wordsOfError(code: string): string {
  if (code === "tooMany") return waitingWords(undefined);
  if (code === "CredentialsSignin") return "This e-mail address and password do not fit together.";
  return "Signing in did not work. Please try again.";
}
