import { Notice } from "#components/desk/notice/Notice";
import { ButtonLink } from "#components/ui/ButtonLink";

export default function NotForYou() {
  return (
    <Notice title="Only admins search the history" text="What happened to a story stands in the story itself.">
      <ButtonLink href="/desk">To the desk</ButtonLink>
    </Notice>
  );
}
