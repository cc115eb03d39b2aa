import { notFound } from "next/navigation";
import { requireActor } from "../../../_request/actor.ts";

/** Addresses below /desk that are no page get the desk's own 404. */
export default async function UnmatchedPage() {
  await requireActor();
  notFound();
}
