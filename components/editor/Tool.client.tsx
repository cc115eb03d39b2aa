"use client";
import { Toolbar } from "@base-ui/react/toolbar";
import type { LucideIcon } from "lucide-react";
import { IconButton } from "#components/ui/IconButton";
import { Tooltip } from "#components/ui/Tooltip.client";
import { keysOf } from "./keys.ts";

interface ToolProps {
  label: string;
  /** As in `keysOf`. */
  keys?: string;
  /** For what can be on or off. */
  pressed?: boolean;
  onPress: () => void;
  icon: LucideIcon;
}

/** One button of a toolbar; the text keeps its selection while it is pressed. */
export const Tool = ({ label, keys, pressed, onPress, icon: Icon }: ToolProps) => (
  <Tooltip text={label} {...(keys ? { keys: keysOf(keys) } : {})}>
    <Toolbar.Button
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      render={
        <IconButton label={label}>
          <Icon aria-hidden />
        </IconButton>
      }
    />
  </Tooltip>
);
