import type { Metadata } from "next";
import { PicturesScreen } from "#components/desk/pictures/PicturesScreen";
import { canAddPicture } from "#newsroom/media/policy";
import { libraryPictures } from "#newsroom/stories/pictures/picture-queries";
import { requireActor } from "../../../_request/actor.ts";
import { describePicture, removePicture, restorePicture } from "./actions.ts";

export const metadata: Metadata = { title: "Pictures" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const plain = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");

export default async function PicturesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { q, cursor } = await searchParams;
  const search = plain(q);
  return (
    <PicturesScreen
      data={{
        search,
        isFirst: plain(cursor) === "",
        ...(await libraryPictures(actor, { search, cursor: plain(cursor) })),
      }}
      can={{ add: canAddPicture(actor) }}
      actions={{ describePicture, removePicture, restorePicture }}
    />
  );
}
