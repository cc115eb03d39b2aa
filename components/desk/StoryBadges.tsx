import { Badge } from "#components/ui/Badge";
import styles from "./StoryBadges.module.css";
import { storyBadges } from "./stories/story-badges.ts";

interface StoryBadgesProps {
  story: Parameters<typeof storyBadges>[0];
  zone: string;
  now: Date;
}

/** The state of a story in a few badges. */
export const StoryBadges = ({ story, zone, now }: StoryBadgesProps) => (
  <span className={styles.badges}>
    {storyBadges(story, now, zone).map(({ tone, label, title }) => (
      <Badge key={label} tone={tone} title={title}>
        {label}
      </Badge>
    ))}
  </span>
);
