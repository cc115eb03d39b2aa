import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/Button";
import type { StaffActor } from "#newsroom/kernel/actor";
import { Bell } from "../notifications/Bell.client.tsx";
import { roleWords } from "../words.ts";
import { deskLinks, keepingLinks } from "./desk-links.ts";
import styles from "./Frame.module.css";
import { KeepingMenu } from "./KeepingMenu.client.tsx";
import { NavLinks } from "./NavLinks.client.tsx";
import { NewStory, type NewStoryActions } from "./NewStory.client.tsx";
import { OtherPerson } from "./OtherPerson.client.tsx";
import { Shortcuts } from "./Shortcuts.client.tsx";

interface FrameProps {
  data: { actor: StaffActor; newsroom: string; unseen: number };
  can: { createStory: boolean };
  actions: NewStoryActions & { signOut: (form: FormData) => Promise<void> };
  children: ReactNode;
}

/** What stands around every screen of the desk. */
export const Frame = ({ data: { actor, newsroom, unseen }, can, actions, children }: FrameProps) => (
  <div className={styles.frame}>
    <a href="#main" className={styles.skip}>
      Skip to the content
    </a>
    <header className={styles.bar}>
      <p className={styles.name}>{newsroom}</p>
      <nav aria-label="Desk" className={styles.nav}>
        <ul className={styles.links}>
          <NavLinks links={deskLinks} />
          <li>
            <KeepingMenu groups={keepingLinks(actor)} />
          </li>
          <li>
            <a href="/" className={styles.link}>
              View site
              <ExternalLink aria-hidden />
            </a>
          </li>
        </ul>
      </nav>
      <div className={styles.person}>
        <Bell unseen={unseen} />
        <a href="/desk/account" className={styles.who} title="Your account">
          <span className={styles.whoName}>{actor.name}</span>
          <span className={styles.role}>{roleWords[actor.role]}</span>
        </a>
        <form action={actions.signOut}>
          <Button type="submit" tone="quiet" size="small">
            Sign out
          </Button>
        </form>
      </div>
      <div className={styles.tools}>
        <Shortcuts />
        {can.createStory ? <NewStory actions={actions} /> : null}
      </div>
    </header>
    <OtherPerson me={{ id: actor.id, name: actor.name }} />
    <main id="main" tabIndex={-1} className={styles.main}>
      {children}
    </main>
  </div>
);
