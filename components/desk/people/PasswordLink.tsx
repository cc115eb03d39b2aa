import { LinkToGive } from "../LinkToGive.client.tsx";
import { exactly } from "../when.ts";
import type { GivenLink } from "./people-actions.ts";

interface PasswordLinkProps {
  link: GivenLink;
  name: string;
  zone: string;
}

/** Lets somebody in: they choose their password behind it. */
export const PasswordLink = ({ link: { url, endsAt }, name, zone }: PasswordLinkProps) => (
  <LinkToGive url={url} name={name} works={`Works once, until ${exactly(endsAt, zone)}`} opens="set the password" />
);
