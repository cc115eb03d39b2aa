interface Placed {
  section: { slug: string; name: string } | null;
}

export interface FrontPage<Story> {
  splash: Story | null;
  seconds: Story[];
  briefs: Story[];
  blocks: { section: { slug: string; name: string }; lead: Story; more: Story[] }[];
}

const seconds = 2;
const briefs = 5;
const perBlock = 4;

/** Lays the newest stories out: the very newest on top, what is left in blocks by section, no story twice. */
export function frontPage<Story extends Placed>(
  newest: Story[],
  sections: { slug: string; name: string }[],
): FrontPage<Story> {
  const top = 1 + seconds + briefs;
  const rest = newest.slice(top);
  const blocks = sections.flatMap((section) => {
    const [lead, ...more] = rest.filter((story) => story.section?.slug === section.slug).slice(0, perBlock);
    return lead ? [{ section, lead, more }] : [];
  });
  return {
    splash: newest[0] ?? null,
    seconds: newest.slice(1, 1 + seconds),
    briefs: newest.slice(1 + seconds, top),
    blocks,
  };
}
