"use client";
import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import surface from "./Surface.module.css";

interface MenuProps {
  /** A Button or IconButton. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  children: ReactNode;
}

/** A list of things to do; arrow keys, first letters, Enter and Escape work in it. */
export function Menu({ trigger, align = "end", children }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={surface.positioner} align={align} sideOffset={4}>
          <BaseMenu.Popup className={classes(surface.surface, surface.list)}>{children}</BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  /** Its keyboard shortcut, say. */
  end?: ReactNode;
  danger?: boolean;
  /** Why it cannot be done now: it stands there all the same, with these words. */
  why?: string | null;
  children: ReactNode;
}

export const MenuItem = ({ onSelect, icon, end, danger = false, why = null, children }: MenuItemProps) => (
  <BaseMenu.Item className={classes(surface.item, danger && surface.danger)} disabled={why !== null} onClick={onSelect}>
    {icon}
    {why === null ? (
      children
    ) : (
      <span>
        {children}
        <span className={surface.why}>{why}</span>
      </span>
    )}
    {end ? <span className={surface.end}>{end}</span> : null}
  </BaseMenu.Item>
);

interface MenuLinkProps {
  href: string;
  icon?: ReactNode;
  /** In a new tab. */
  outside?: boolean;
  children: ReactNode;
}

export const MenuLink = ({ href, icon, outside = false, children }: MenuLinkProps) => (
  <BaseMenu.LinkItem
    className={surface.item}
    href={href}
    {...(outside ? { target: "_blank", rel: "noreferrer" } : {})}
    closeOnClick
  >
    {icon}
    {children}
  </BaseMenu.LinkItem>
);

export const MenuSeparator = () => <BaseMenu.Separator className={surface.separator} />;
