"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { isHere } from "./desk-links.ts";
import styles from "./Frame.module.css";

export function NavLinks({ links }: { links: readonly { href: string; label: string }[] }) {
  const path = usePathname();
  return links.map(({ href, label }) => (
    <li key={href}>
      <Link href={href} prefetch={false} className={styles.link} aria-current={ariaCurrent(href, path)}>
        {label}
      </Link>
    </li>
  ));
}

const ariaCurrent = (href: string, path: string) => (path === href ? "page" : isHere(href, path) ? "true" : undefined);
