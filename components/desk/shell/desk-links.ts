import type { Actor } from "#newsroom/kernel/actor";
import { may } from "#newsroom/people/roles";

export interface DeskLink {
  href: string;
  label: string;
}

/** Where everybody works; each of these pages shows what this person may see. */
export const deskLinks: readonly DeskLink[] = [
  { href: "/desk", label: "Desk" },
  { href: "/desk/stories", label: "Stories" },
  { href: "/desk/pictures", label: "Pictures" },
  { href: "/desk/board", label: "Board" },
  { href: "/desk/calendar", label: "Calendar" },
  { href: "/desk/budget", label: "Budget" },
];

/** What is kept in order now and then, in groups, as far as this person may. Pages check again by themselves. */
export const keepingLinks = (actor: Actor): DeskLink[][] =>
  [
    [
      { href: "/desk/trash", label: "Trash" },
      { href: "/desk/bulk", label: "Bulk actions" },
    ],
    [
      ...(may(actor, "front.arrange") ? [{ href: "/desk/front", label: "Front" }] : []),
      ...(may(actor, "section.manage") ? [{ href: "/desk/sections", label: "Sections" }] : []),
      ...(may(actor, "tag.manage") ? [{ href: "/desk/tags", label: "Tags" }] : []),
      ...(may(actor, "profile.manage") ? [{ href: "/desk/profiles", label: "Profiles" }] : []),
      ...(may(actor, "style.manage") ? [{ href: "/desk/house-style", label: "House style" }] : []),
      ...(may(actor, "redirect.manage") ? [{ href: "/desk/redirects", label: "Redirects" }] : []),
      ...(may(actor, "rate.decide") ? [{ href: "/desk/rates", label: "Rates" }] : []),
    ],
    [
      ...(may(actor, "people.manage") ? [{ href: "/desk/people", label: "People" }] : []),
      ...(may(actor, "history.search") ? [{ href: "/desk/history", label: "History" }] : []),
      ...(may(actor, "settings.manage") ? [{ href: "/desk/settings", label: "Settings" }] : []),
    ],
  ].filter((group) => group.length > 0);

/** Does the page at `path` belong to this link? The first page of the desk is nobody's parent. */
export const isHere = (href: string, path: string): boolean =>
  path === href || (href !== "/desk" && path.startsWith(`${href}/`));
