import "server-only";
import { readersDb } from "#lib/db/readers";
import { dependsOn } from "#lib/page-cache/dependencies";

export interface PublicNewsroom {
  name: string;
  zone: string;
  language: string;
  languages: string[];
  /** Grows with everything that stands on each page. */
  generation: number;
}

/** The newsroom as readers know it: name, zone, languages. */
export async function publicNewsroom(): Promise<PublicNewsroom> {
  dependsOn("site");
  return readersDb().newsroom.findUniqueOrThrow({
    where: { id: 1 },
    select: { name: true, zone: true, language: true, languages: true, generation: true },
  });
}

/** The paper's sections in their order, whether or not they have a story today: the menu must not come and go. */
export async function menuSections(): Promise<{ slug: string; name: string }[]> {
  dependsOn("site");
  return readersDb().liveSection.findMany({
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { slug: true, name: true },
  });
}
