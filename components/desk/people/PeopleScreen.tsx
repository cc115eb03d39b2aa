import { Badge } from "#components/ui/Badge";
import type { StaffActor } from "#newsroom/kernel/actor";
import { isActiveAdmin, staffAbilities } from "#newsroom/people/policy";
import type { StaffRow } from "#newsroom/people/schema";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { When } from "../When.tsx";
import { exactly } from "../when.ts";
import { roleWords } from "../words.ts";
import { AddPerson } from "./AddPerson.client.tsx";
import styles from "./People.module.css";
import { PersonActions } from "./PersonActions.client.tsx";
import type { PeopleActions } from "./people-actions.ts";

interface PeopleScreenProps {
  data: { actor: StaffActor; people: readonly StaffRow[]; zone: string; now: Date };
  actions: PeopleActions;
}

/** Everybody with an account: who is in, as what, since when, and what to do about it. */
export function PeopleScreen({ data: { actor, people, zone, now }, actions }: PeopleScreenProps) {
  const activeAdmins = people.filter(isActiveAdmin).length;
  const { add, ...aboutOne } = actions;
  return (
    <div className={list.screen}>
      <div className={list.head}>
        <h1 className={list.title}>People</h1>
        <AddPerson zone={zone} actions={{ add }} />
      </div>
      <table className={list.table}>
        <caption className={styles.caption}>{countOf(people)}</caption>
        <ListHead
          columns={[
            "Name",
            "Role",
            { name: "Since", is: "wide" },
            { name: "Last seen", is: "wide" },
            { name: "Actions", is: "heard" },
          ]}
        />
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={styles.row} data-state={person.state}>
              <th scope="row">
                <span className={styles.name}>{person.name}</span> {person.id === actor.id ? <Badge>You</Badge> : null}{" "}
                <State person={person} zone={zone} />
                <span className={list.under}>{person.email}</span>
              </th>
              <td>{roleWords[person.role]}</td>
              <td className={list.wide}>
                <When at={person.createdAt} now={now} zone={zone} />
              </td>
              <td className={list.wide}>
                {person.lastSeenAt ? <When at={person.lastSeenAt} now={now} zone={zone} /> : "Never"}
              </td>
              <td className={styles.actions}>
                <PersonActions
                  key={person.version}
                  data={{ person, isYou: person.id === actor.id, zone }}
                  can={staffAbilities(actor, person, activeAdmins)}
                  actions={aboutOne}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {activeAdmins === 1 ? (
        <p className={styles.note}>
          There is one admin. The last one can be neither deactivated nor given another role; make someone else an admin
          first.
        </p>
      ) : null}
    </div>
  );
}

function countOf(people: readonly StaffRow[]): string {
  const isIn = people.filter(({ state }) => state !== "deactivated").length;
  const isOut = people.length - isIn;
  return `${isIn} ${isIn === 1 ? "person" : "people"}${isOut > 0 ? `, ${isOut} deactivated` : ""}`;
}

function State({ person, zone }: { person: StaffRow; zone: string }) {
  if (person.state === "deactivated") {
    return <Badge title={person.deactivatedAt ? exactly(person.deactivatedAt, zone) : ""}>Deactivated</Badge>;
  }
  if (person.state === "invited") {
    return person.linkEndsAt ? (
      <Badge tone="info" title={`The link works until ${exactly(person.linkEndsAt, zone)}`}>
        Invited
      </Badge>
    ) : (
      <Badge tone="warning" title="Make a new password link">
        Link ran out
      </Badge>
    );
  }
  return null;
}
