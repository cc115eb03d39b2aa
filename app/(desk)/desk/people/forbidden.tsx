import { Notice } from "#components/desk/notice/Notice";
import { ButtonLink } from "#components/ui/ButtonLink";

export default function NotForYou() {
  return (
    <Notice
      title="Only admins can see people"
      text="Adding people, changing roles and deactivating are for the admins of the newsroom."
    >
      <ButtonLink href="/desk">To the desk</ButtonLink>
    </Notice>
  );
}
