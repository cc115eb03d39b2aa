import { Notice } from "#components/desk/notice/Notice";
import { ButtonLink } from "#components/ui/ButtonLink";

export default function DeskNotFound() {
  return (
    <Notice title="There is nothing here" text="It may have been removed, or you may not see it. Nothing was lost.">
      <ButtonLink href="/desk/stories">All stories</ButtonLink>
      <ButtonLink href="/desk">To the desk</ButtonLink>
    </Notice>
  );
}
