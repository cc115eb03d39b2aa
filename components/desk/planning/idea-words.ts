import type { StageMeaning } from "#newsroom/workflow/stages";

/** What becomes of an idea that is kept; a newsroom may have no stage for ideas. */
export const ideaWords = ({ name, meaning }: { name: string; meaning: StageMeaning }): string =>
  meaning === "idea"
    ? "A story before there is text. Whoever takes it up finds your words above an empty page."
    : `A story before there is text. The workflow has no stage for ideas: it stands in “${name}”, yours to write unless it is for somebody else.`;
