import { undecidedWords } from "#newsroom/body/open-suggestions";
import { underEmbargo } from "#newsroom/kernel/clock";
import type { Issue } from "#newsroom/kernel/faults";
import { dayAndBothTimes } from "#newsroom/settings/zone";
import { waitsForLegal } from "#newsroom/workflow/publication";
import type { EditedStory } from "../edited-story.ts";

export interface Check {
  name: string;
  /** What to do about it; null when it is all right. */
  problem: string | null;
}

interface Subject {
  headline: string;
  words: number;
  /** How many are open in the text. */
  suggestions: number;
  story: Pick<EditedStory, "sectionId" | "heldBecause" | "legal" | "embargoUntil" | "publication">;
  now: Date;
  zone: string;
}

/** What a story needs before readers may have it, as far as this window can tell, with what the newsroom refused at its place. */
export function publishChecks(
  { headline, words, suggestions, story, now, zone }: Subject,
  refused: Issue[] = [],
): Check[] {
  const said = (path: string) => refused.find((issue) => issue.path === path)?.message;
  const checks: Check[] = [
    { name: "Headline", problem: said("headline") ?? (headline.trim() ? null : "Please write a headline first.") },
    {
      name: "Text",
      problem: (suggestions === 0 ? said("body") : null) ?? (words > 0 ? null : "There is no text to publish yet."),
    },
    { name: "Section", problem: said("sectionId") ?? (story.sectionId ? null : "Please choose a section first.") },
  ];
  const lead = said("leadImage");
  if (lead) checks.push({ name: "Lead image", problem: lead });
  const undecided = undecidedWords(suggestions);
  if (undecided) checks.push({ name: "Suggestions", problem: undecided });
  const obstacle = obstacleOf(story, now, zone);
  return obstacle ? [...checks, { name: "Obstacle", problem: obstacle }] : checks;
}

function obstacleOf(
  { heldBecause, legal, embargoUntil, publication }: Subject["story"],
  now: Date,
  zone: string,
): string | null {
  if (heldBecause !== null) return `This story is on hold${heldBecause ? `: ${heldBecause}` : "."}`;
  if (legal.status === "required") return waitsForLegal;
  if (publication.state === "withdrawn" && publication.how !== "unpublished")
    return "This story was killed and must not be used again.";
  if (embargoUntil && underEmbargo({ embargoUntil }, now))
    return `This story is under embargo until ${dayAndBothTimes(embargoUntil, zone, now)}.`;
  return null;
}
