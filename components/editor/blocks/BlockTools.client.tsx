"use client";
import type { Editor } from "@tiptap/core";
import { Hidden } from "#components/ui/Hidden";
import { StatusLine } from "#components/ui/StatusLine";
import type { Asked } from "./asked.ts";
import { BlockDialog } from "./BlockDialog.client.tsx";
import { BlockToolbar } from "./BlockToolbar.client.tsx";
import { SlashList } from "./SlashList.client.tsx";

interface BlockToolsProps {
  storyId: string;
  editor: Editor;
  asked: Asked | null;
  onAsk: (asked: Asked | null) => void;
  /** What happened to a block last. */
  said: string;
}

/** All that floats around the text to make and change blocks. */
export const BlockTools = ({ storyId, editor, asked, onAsk, said }: BlockToolsProps) => (
  <>
    <BlockToolbar editor={editor} onAsk={onAsk} />
    <SlashList editor={editor} onAsk={onAsk} />
    <BlockDialog storyId={storyId} editor={editor} asked={asked} onClose={() => onAsk(null)} />
    <Hidden>
      <StatusLine>{said}</StatusLine>
    </Hidden>
  </>
);
