import { Hidden } from "#components/ui/Hidden";
import type { ProfileRow } from "#newsroom/people/schema";
import { ProfileDialog } from "./ProfileDialog.client.tsx";
import styles from "./ProfilesScreen.module.css";
import type { ProfileActions } from "./profile-actions.ts";
import { RemoveProfile } from "./RemoveProfile.client.tsx";

interface ProfilesScreenProps {
  data: { profiles: readonly ProfileRow[]; staff: readonly { id: string; name: string }[] };
  actions: ProfileActions;
}

/** The people in bylines, with an account or without: what readers see of them, and who signs in as them. */
export function ProfilesScreen({ data: { profiles, staff }, actions }: ProfilesScreenProps) {
  const taken = new Set(profiles.flatMap(({ staffId }) => staffId ?? []));
  const free = staff.filter(({ id }) => !taken.has(id));
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 className={styles.title}>Profiles</h1>
        <ProfileDialog key={profiles.length} profile={null} staff={free} actions={actions} />
      </div>
      <table className={styles.table}>
        <caption>
          <Hidden>People in bylines</Hidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className={styles.wide}>
              Signs in as
            </th>
            <th scope="col" className={styles.number}>
              Stories
            </th>
            <th scope="col" className={styles.number}>
              Live
            </th>
            <th scope="col">
              <Hidden>What can be done</Hidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {profiles.map((profile) => (
            <tr key={profile.id}>
              <th scope="row">
                {profile.live > 0 ? <a href={`/authors/${profile.slug}`}>{profile.name}</a> : profile.name}
                {profile.bio ? <span className={styles.bio}>{profile.bio}</span> : null}
              </th>
              <td className={styles.wide}>{profile.staffName}</td>
              <td className={styles.number}>{profile.stories}</td>
              <td className={styles.number}>{profile.live}</td>
              <td className={styles.verbs}>
                <ProfileDialog
                  key={profile.version}
                  profile={profile}
                  staff={staff.filter(({ id }) => id === profile.staffId || !taken.has(id))}
                  actions={actions}
                />{" "}
                <RemoveProfile profile={profile} actions={actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
