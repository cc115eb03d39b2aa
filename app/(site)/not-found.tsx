import { Notice } from "#components/site/notice/Notice";
import { paperOf } from "./_site/published.ts";

export default async function NotFound() {
  return <Notice kind="notFound" paper={await paperOf()} />;
}
