"use client";
import {
  Bookmark,
  CalendarClock,
  CalendarMinus,
  CalendarX,
  CornerUpLeft,
  Ellipsis,
  Eraser,
  ExternalLink,
  FileX,
  Hand,
  History,
  Hourglass,
  Keyboard,
  LockKeyhole,
  Megaphone,
  Scale,
  ScrollText,
  Send,
  Share2,
  Signpost,
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
import { underEmbargo } from "#newsroom/kernel/clock";
import { mayBeShownOutside } from "#newsroom/stories/shares/shares";
import { reasonNotToRetract } from "#newsroom/workflow/publication";
import { isWithWriter, wayToDesk, wayToWriter } from "#newsroom/workflow/stages";
import { historyPath, revisionsPath, whoWrotePath } from "../desk/revisions/revisions-path.ts";
import type { EditorDialog } from "./dialogs/EditorDialogs.client.tsx";
import styles from "./EditorHead.module.css";
import type { EditedStory, StoryEditorData } from "./edited-story.ts";
import { keysOf } from "./keys.ts";
import { SubmitButton } from "./SubmitButton.client.tsx";

interface EditorHeadProps {
  story: EditedStory;
  stages: StoryEditorData["stages"];
  address: string;
  now: Date;
  onOpen: (dialog: EditorDialog) => void;
  onPreview: (event: { preventDefault: () => void }) => void;
  onSubmit: () => void;
  onCancelPlan: () => void;
  onCancelWithdrawal: () => void;
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
  stages,
  address,
  now,
  onOpen,
  onPreview,
  onSubmit,
  onCancelPlan,
  onCancelWithdrawal,
  onDetails,
  saved,
  children,
}: EditorHeadProps) {
  const { can, publication, plan, withdrawal } = story;
  const isLive = publication.state === "live";
  const isKilled = publication.state === "withdrawn" && publication.how !== "unpublished";
  const isOrdered = publication.state === "withdrawn" && publication.how === "legal";
  const kills = can.kill && !isOrdered && story.firstPublishedAt !== null;
  const isRetracted = publication.state === "retracted";
  const retracts = can.retract && reasonNotToRetract(publication) === null;
  const submits = can.submit && isWithWriter(story.stage.meaning);
  const spikes = can.spike && !isLive && !isRetracted;
  return (
    <div className={styles.head}>
      {children}
      <div className={styles.buttons}>
        {saved}
        <ButtonLink href={`/desk/stories/${story.id}/preview`} target="_blank" onClick={onPreview}>
          Preview
        </ButtonLink>
        {submits && !can.publish ? (
          <SubmitButton problem={wayToDesk(stages, story.stage.key).problem} onSubmit={onSubmit} />
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
            <MenuItem onSelect={onSubmit} icon={<Send aria-hidden />} why={wayToDesk(stages, story.stage.key).problem}>
              Submit for editing
            </MenuItem>
          ) : null}
          {can.return && !isWithWriter(story.stage.meaning) ? (
            <MenuItem
              onSelect={() => onOpen("return")}
              icon={<CornerUpLeft aria-hidden />}
              why={wayToWriter(stages, story.stage.key).problem}
            >
              Return to the writer…
            </MenuItem>
          ) : null}
          {can.refer && story.legal.status !== "required" ? (
            <MenuItem onSelect={() => onOpen("refer")} icon={<Scale aria-hidden />}>
              Refer to legal…
            </MenuItem>
          ) : null}
          {can.clear && story.legal.status === "required" ? (
            <MenuItem onSelect={() => onOpen("clear")} icon={<Scale aria-hidden />}>
              What legal says…
            </MenuItem>
          ) : null}
          {can.hold ? (
            <MenuItem
              onSelect={() => onOpen(story.heldBecause === null ? "hold" : "release")}
              icon={<Hand aria-hidden />}
            >
              {story.heldBecause === null ? "Put on hold…" : "Release the hold…"}
            </MenuItem>
          ) : null}
          {can.confide ? (
            <MenuItem onSelect={() => onOpen("confide")} icon={<LockKeyhole aria-hidden />}>
              Who may know of it…
            </MenuItem>
          ) : null}
          {can.plan && !isKilled ? (
            <MenuItem
              onSelect={() => onOpen(plan?.verb === "correct" ? "correct" : "plan")}
              icon={<CalendarClock aria-hidden />}
            >
              {plan ? "Change the plan…" : isLive ? "Plan an update…" : "Plan publication…"}
            </MenuItem>
          ) : null}
          {can.plan && plan ? (
            <MenuItem onSelect={onCancelPlan} icon={<CalendarX aria-hidden />}>
              Cancel the plan
            </MenuItem>
          ) : null}
          {can.embargo && !isKilled ? (
            <MenuItem onSelect={() => onOpen("embargo")} icon={<Hourglass aria-hidden />}>
              Embargo…
            </MenuItem>
          ) : null}
          {can.unpublish && (isLive || plan || withdrawal) ? (
            <MenuItem onSelect={() => onOpen("withdrawal")} icon={<CalendarMinus aria-hidden />}>
              {withdrawal ? "Change the planned withdrawal…" : "Plan a withdrawal…"}
            </MenuItem>
          ) : null}
          {can.unpublish && withdrawal ? (
            <MenuItem onSelect={onCancelWithdrawal} icon={<CalendarX aria-hidden />}>
              Cancel the withdrawal
            </MenuItem>
          ) : null}
          {can.correct && isLive ? (
            <MenuItem onSelect={() => onOpen("correct")} icon={<Eraser aria-hidden />}>
              Correct…
            </MenuItem>
          ) : null}
          {can.correct && story.firstPublishedAt && !isKilled ? (
            <MenuItem onSelect={() => onOpen("told")} icon={<Megaphone aria-hidden />}>
              What readers are told…
            </MenuItem>
          ) : null}
          {isLive && !underEmbargo(story, now) ? (
            <MenuLink href={address} outside icon={<ExternalLink aria-hidden />}>
              Read it on the site
            </MenuLink>
          ) : null}
          <MenuItem onSelect={onDetails} icon={<SlidersHorizontal aria-hidden />}>
            Section, tags, byline…
          </MenuItem>
          {can.share && mayBeShownOutside(publication) ? (
            <MenuItem onSelect={() => onOpen("share")} icon={<Share2 aria-hidden />}>
              Show it to somebody outside…
            </MenuItem>
          ) : null}
          {can.readdress && story.firstPublishedAt && !isKilled && !isRetracted ? (
            <MenuItem onSelect={() => onOpen("readdress")} icon={<Signpost aria-hidden />}>
              Change the address…
            </MenuItem>
          ) : null}
          <MenuSeparator />
          <MenuLink href={historyPath(story.id)} icon={<ScrollText aria-hidden />}>
            History
          </MenuLink>
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
          {(can.unpublish && isLive) || retracts || spikes || kills ? <MenuSeparator /> : null}
          {retracts ? (
            <MenuItem onSelect={() => onOpen("retract")} icon={<FileX aria-hidden />} danger>
              {isRetracted ? "Change the notice…" : "Retract…"}
            </MenuItem>
          ) : null}
          {can.unpublish && isLive ? (
            <MenuItem onSelect={() => onOpen("unpublish")} icon={<Undo2 aria-hidden />} danger>
              Unpublish…
            </MenuItem>
          ) : null}
          {kills ? (
            <MenuItem onSelect={() => onOpen("kill")} icon={<Skull aria-hidden />} danger>
              {isKilled ? "Kill by a legal order…" : "Kill…"}
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
