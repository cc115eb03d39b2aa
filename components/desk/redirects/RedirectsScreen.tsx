import { Badge } from "#components/ui/Badge";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import type { RedirectRow } from "#newsroom/redirects/schema";
import { ListHead } from "../ListHead.tsx";
import list from "../ListScreen.module.css";
import { When } from "../When.tsx";
import { AddRedirect } from "./AddRedirect.client.tsx";
import styles from "./Redirects.module.css";
import { RemoveRedirect } from "./RemoveRedirect.client.tsx";
import type { RedirectActions } from "./redirect-actions.ts";

interface RedirectsScreenProps {
  data: {
    redirects: readonly RedirectRow[];
    /** Where the next rows begin; null at the end. */
    next: string | null;
    search: string;
    zone: string;
    now: Date;
  };
  actions: RedirectActions;
}

/** Every address that leads to another one: left by stories that moved, and made here. */
export function RedirectsScreen({ data: { redirects, next, search, zone, now }, actions }: RedirectsScreenProps) {
  return (
    <div className={list.screen}>
      <h1 className={list.title}>Redirects</h1>
      <AddRedirect add={actions.addRedirect} />
      <search>
        <form action="/desk/redirects" className={styles.search}>
          <Field label="Search" hideLabel>
            {(control) => (
              <TextInput
                {...control}
                type="search"
                name="q"
                defaultValue={search}
                maxLength={200}
                placeholder="Part of an address"
                data-shortcut="search"
                aria-keyshortcuts="/"
              />
            )}
          </Field>
          <Button type="submit">Search</Button>
          {search ? (
            <ButtonLink tone="quiet" href="/desk/redirects">
              Clear
            </ButtonLink>
          ) : null}
        </form>
      </search>
      {redirects.length > 0 ? (
        <table className={list.table}>
          <caption className={styles.caption}>
            {search ? "Redirects that fit" : "All redirects"}, in the order of their addresses
          </caption>
          <ListHead columns={["From", "To", { name: "Made", is: "wide" }, { name: "Actions", is: "heard" }]} />
          <tbody>
            {redirects.map((redirect) => (
              <tr key={redirect.from}>
                <th scope="row">
                  <code>{redirect.from}</code> {redirect.isOpen ? null : <Badge>Rests: its story is not live</Badge>}
                </th>
                <td className={styles.to}>
                  {redirect.to === null ? "A story that is not shown to you" : <code>{redirect.to}</code>}
                  {redirect.story ? (
                    <a className={styles.story} href={`/desk/stories/${redirect.story.id}`}>
                      {redirect.story.name}
                    </a>
                  ) : null}
                </td>
                <td className={`${list.wide} ${styles.made}`}>
                  <When at={redirect.at} now={now} zone={zone} />
                  {redirect.id ? (redirect.by ? `, ${redirect.by}` : null) : ", the story moved"}
                </td>
                <td className={styles.actions}>
                  {redirect.id ? (
                    <RemoveRedirect id={redirect.id} from={redirect.from} remove={actions.removeRedirect} />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className={list.nothing}>{search ? "No redirect fits." : "There are no redirects yet."}</p>
      )}
      {next ? (
        <nav aria-label="Pages of the list">
          <ButtonLink href={`/desk/redirects?${new URLSearchParams({ ...(search && { q: search }), after: next })}`}>
            More redirects
          </ButtonLink>
        </nav>
      ) : null}
    </div>
  );
}
