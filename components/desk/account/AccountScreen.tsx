import { Badge } from "#components/ui/Badge";
import type { StaffActor } from "#newsroom/kernel/actor";
import type { OwnSession } from "#newsroom/people/schema";
import { When } from "../When.tsx";
import { roleWords } from "../words.ts";
import styles from "./Account.module.css";
import { type EndSessionActions, EndSessionButton } from "./EndSessionButton.client.tsx";
import { type PasswordActions, PasswordForm } from "./PasswordForm.client.tsx";

interface AccountScreenProps {
  data: { actor: StaffActor; sessions: readonly OwnSession[]; zone: string; now: Date };
  actions: EndSessionActions & PasswordActions;
}

/** One's own account: where one is signed in, and the password. */
export const AccountScreen = ({ data: { actor, sessions, zone, now }, actions }: AccountScreenProps) => (
  <div className={styles.screen}>
    <div>
      <h1 className={styles.title}>Your account</h1>
      <p className={styles.soft}>
        {actor.name}, {roleWords[actor.role].toLowerCase()}
      </p>
    </div>
    <section className={styles.part} aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className={styles.sessions}>
        {sessions.map((session) => (
          <li key={session.id} className={styles.session}>
            <div>
              <p>
                {session.device} {session.isThisOne ? <Badge tone="info">This one</Badge> : null}
              </p>
              <p className={styles.soft}>
                Used <When at={session.lastSeenAt} now={now} zone={zone} />, since{" "}
                <When at={session.createdAt} now={now} zone={zone} />
              </p>
            </div>
            {session.isThisOne ? null : (
              <EndSessionButton data={{ sessionId: session.id, device: session.device }} actions={actions} />
            )}
          </li>
        ))}
      </ul>
    </section>
    <section className={styles.part} aria-labelledby="password">
      <h2 id="password">Password</h2>
      <PasswordForm actions={actions} />
    </section>
  </div>
);
