import { Badge } from "#components/ui/Badge";
import styles from "./StoryBadges.module.css";
import { storyBadges } from "./stories/story-badges.ts";

interface StoryBadgesProps {
  story: Parameters<typeof storyBadges>[0];
  zone: string;
  now: Date;
  /** The stage stands beside it: that readers have never had the story goes without saying. */
  isStageSaid?: boolean;
}

/** The state of a story in a few badges. */
export function StoryBadges({ story, zone, now, isStageSaid = false }: StoryBadgesProps) {
  const badges = storyBadges(story, now, zone, isStageSaid);
  if (badges.length === 0) return null;
  return (
    <span className={styles.badges}>
      {badges.map(({ tone, label, title }) => (
        <Badge key={label} tone={tone} title={title}>
          {label}
        </Badge>
      ))}
    </span>
  );
}
