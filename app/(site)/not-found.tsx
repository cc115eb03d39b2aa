import { Notice } from "#components/site/shell/Notice";
import { paperOf } from "./_site/published.ts";

export default async function NotFound() {
  return <Notice kind="notFound" paper={await paperOf()} />;
}
