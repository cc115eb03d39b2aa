"use client";
import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/core";
import { Plus } from "lucide-react";
import { IconButton } from "#components/ui/IconButton";
import { Menu, MenuItem } from "#components/ui/Menu.client";
import type { Asked } from "./asked.ts";
import { blockChoices } from "./block-choices.ts";

interface InsertMenuProps {
  editor: Editor;
  onAsk: (asked: Asked) => void;
}

/** The list of blocks that `/` opens in the text, for those who look for a button. */
export const InsertMenu = ({ editor, onAsk }: InsertMenuProps) => (
  <Menu
    align="start"
    trigger={
      <Toolbar.Button
        render={
          <IconButton label="Insert a block">
            <Plus aria-hidden />
          </IconButton>
        }
      />
    }
  >
    {blockChoices.map((choice) => (
      <MenuItem
        key={choice.name}
        icon={<choice.icon aria-hidden />}
        // The menu gives the focus back to its button first.
        onSelect={() => requestAnimationFrame(() => choice.run(editor, onAsk))}
      >
        {choice.label}
      </MenuItem>
    ))}
  </Menu>
);
