import { places } from "#newsroom/fronts/places";

interface Placed {
  section: { slug: string; name: string } | null;
}

export interface FrontPage<Story> {
  splash: Story | null;
  seconds: Story[];
  briefs: Story[];
  blocks: { section: { slug: string; name: string }; lead: Story; more: Story[] }[];
}

const seconds = places.filter(({ size }) => size === "second").length;
const perBlock = 4;

/** Lays out what stands in the places on top, and what is left in blocks by section. A place without a story leaves no gap. */
export function frontPage<Story extends Placed>(
  { top, rest }: { top: (Story | null)[]; rest: Story[] },
  sections: { slug: string; name: string }[],
): FrontPage<Story> {
  const [splash = null, ...others] = top.filter((story) => story !== null);
  const blocks = sections.flatMap((section) => {
    const [lead, ...more] = rest.filter((story) => story.section?.slug === section.slug).slice(0, perBlock);
    return lead ? [{ section, lead, more }] : [];
  });
  return { splash, seconds: others.slice(0, seconds), briefs: others.slice(seconds), blocks };
}
