"use client";
import {
  Bookmark,
  CalendarClock,
  CalendarX,
  Ellipsis,
  ExternalLink,
  History,
  Keyboard,
  Send,
  Skull,
  SlidersHorizontal,
  Trash2,
  Undo2,
  UserPen,
} from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { IconButton } from "#components/ui/IconButton";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "#components/ui/Menu.client";
import { canBeSubmitted } from "#newsroom/workflow/stages";
import { revisionsPath, whoWrotePath } from "../desk/revisions/revisions-path.ts";
import type { EditorDialog } from "./EditorDialogs.client.tsx";
import styles from "./EditorHead.module.css";
import type { EditedStory } from "./edited-story.ts";
import { keysOf } from "./keys.ts";

interface EditorHeadProps {
  story: EditedStory;
  address: string;
  onOpen: (dialog: EditorDialog) => void;
  onPreview: (event: { preventDefault: () => void }) => void;
  onSubmit: () => void;
  onCancelPlan: () => void;
  /** To what belongs to the story beside its text: far below on a small screen. */
  onDetails: () => void;
  /** The word of the save, where the eye looks before it presses a button. */
  saved: ReactNode;
  /** How it stands. */
  children: ReactNode;
}

/** What can be done with the story as a whole. */
export function EditorHead({
  story,
  address,
  onOpen,
  onPreview,
  onSubmit,
  onCancelPlan,
  onDetails,
  saved,
  children,
}: EditorHeadProps) {
  const { can, publication, plan } = story;
  const isLive = publication.state === "live";
  const isKilled = publication.state === "withdrawn" && publication.how !== "unpublished";
  const spikes = can.spike && !isLive && publication.state !== "retracted";
  const submits = can.submit && canBeSubmitted(story.stage);
  return (
    <div className={styles.head}>
      {children}
      <div className={styles.buttons}>
        {saved}
        <ButtonLink href={`/desk/stories/${story.id}/preview`} target="_blank" onClick={onPreview}>
          Preview
        </ButtonLink>
        {submits && !can.publish ? (
          <Button tone="primary" onClick={onSubmit}>
            Submit
          </Button>
        ) : null}
        {can.publish && !isKilled ? (
          <Button tone="primary" onClick={() => onOpen("publish")} aria-keyshortcuts="Control+Enter">
            {isLive ? "Update…" : "Publish…"}
          </Button>
        ) : null}
        <Menu
          trigger={
            <IconButton label="More" tone="plain">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          {submits && can.publish ? (
            <MenuItem onSelect={onSubmit} icon={<Send aria-hidden />}>
              Submit for editing
            </MenuItem>
          ) : null}
          {can.plan && !isKilled ? (
            <MenuItem onSelect={() => onOpen("plan")} icon={<CalendarClock aria-hidden />}>
              {plan ? "Change the plan…" : isLive ? "Plan an update…" : "Plan publication…"}
            </MenuItem>
          ) : null}
          {can.plan && plan ? (
            <MenuItem onSelect={onCancelPlan} icon={<CalendarX aria-hidden />}>
              Cancel the plan
            </MenuItem>
          ) : null}
          {isLive ? (
            <MenuLink href={address} outside icon={<ExternalLink aria-hidden />}>
              Read it on the site
            </MenuLink>
          ) : null}
          <MenuItem onSelect={onDetails} icon={<SlidersHorizontal aria-hidden />}>
            Section, tags, byline…
          </MenuItem>
          <MenuSeparator />
          <MenuLink href={revisionsPath(story.id)} icon={<History aria-hidden />}>
            Revisions
          </MenuLink>
          {can.write ? (
            <MenuItem onSelect={() => onOpen("name")} icon={<Bookmark aria-hidden />}>
              Name this state…
            </MenuItem>
          ) : null}
          <MenuLink href={whoWrotePath(story.id)} icon={<UserPen aria-hidden />}>
            Who wrote what
          </MenuLink>
          <MenuSeparator />
          <MenuItem onSelect={() => onOpen("shortcuts")} icon={<Keyboard aria-hidden />} end={keysOf("Mod+/")}>
            Shortcuts
          </MenuItem>
          {(can.unpublish && isLive) || (can.kill && !isKilled && story.firstPublishedAt) || spikes ? (
            <MenuSeparator />
          ) : null}
          {can.unpublish && isLive ? (
            <MenuItem onSelect={() => onOpen("unpublish")} icon={<Undo2 aria-hidden />} danger>
              Unpublish…
            </MenuItem>
          ) : null}
          {can.kill && !isKilled && story.firstPublishedAt ? (
            <MenuItem onSelect={() => onOpen("kill")} icon={<Skull aria-hidden />} danger>
              Kill…
            </MenuItem>
          ) : null}
          {spikes ? (
            <MenuItem onSelect={() => onOpen("spike")} icon={<Trash2 aria-hidden />} danger>
              Spike…
            </MenuItem>
          ) : null}
        </Menu>
      </div>
    </div>
  );
}
