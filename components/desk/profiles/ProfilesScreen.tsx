import { Hidden } from "#components/ui/Hidden";
import type { ProfileRow } from "#newsroom/people/schema";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
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
    <div className={list.screen}>
      <div className={list.head}>
        <h1 className={list.title}>Profiles</h1>
        <ProfileDialog profile={null} staff={free} actions={actions} />
      </div>
      <table className={list.table}>
        <caption>
          <Hidden>People in bylines</Hidden>
        </caption>
        <ListHead
          columns={[
            "Name",
            { name: "Signs in as", is: "wide" },
            { name: "Stories", is: "number" },
            { name: "Live", is: "number" },
            { name: "What can be done", is: "heard" },
          ]}
        />
        <tbody>
          {profiles.map((profile) => (
            <tr key={profile.id}>
              <th scope="row">
                {profile.live > 0 ? <a href={`/authors/${profile.slug}`}>{profile.name}</a> : profile.name}
                {profile.bio ? <span className={list.under}>{profile.bio}</span> : null}
              </th>
              <td className={list.wide}>{profile.staffName}</td>
              <td className={list.number}>{profile.stories}</td>
              <td className={list.number}>{profile.live}</td>
              <td className={styles.verbs}>
                <ProfileDialog
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
