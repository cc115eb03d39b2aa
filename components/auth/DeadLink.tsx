import { AuthWords } from "./AuthWords.tsx";

/** The same for a link that never was, was used, is too old or was replaced. */
export const DeadLink = () => (
  <AuthWords title="This link does not work any more">
    <p>A link to set a password works once and for a limited time, and a newer one replaces it.</p>
    <p>
      Please ask an admin of the newsroom for a new one, or <a href="/sign-in">sign in</a> if you have set your password
      already.
    </p>
  </AuthWords>
);
