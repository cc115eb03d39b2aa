"use client";
import { ChevronDown } from "lucide-react";
import { usePathname } from "next/navigation";
import { Fragment } from "react";
import { Menu, MenuLink, MenuSeparator } from "#components/ui/Menu.client";
import { type DeskLink, isHere } from "./desk-links.ts";
import styles from "./Frame.module.css";

/** Everything that is not for every hour: lists to keep clean, people, settings. Says where one is when one is in it. */
export function KeepingMenu({ groups }: { groups: readonly (readonly DeskLink[])[] }) {
  const path = usePathname();
  const here = groups.flat().find(({ href }) => isHere(href, path));
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={styles.link} aria-current={here ? "true" : undefined}>
          {here ? `Newsroom: ${here.label}` : "Newsroom"}
          <ChevronDown aria-hidden />
        </button>
      }
    >
      {groups.map((group, n) => (
        <Fragment key={group[0]?.href}>
          {n > 0 ? <MenuSeparator /> : null}
          {group.map(({ href, label }) => (
            <MenuLink key={href} href={href}>
              {label}
            </MenuLink>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}
