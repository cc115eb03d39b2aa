import { Badge } from "#components/ui/Badge";
import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { Hidden } from "#components/ui/Hidden";
import { TextInput } from "#components/ui/TextInput";
import type { RedirectRow } from "#newsroom/redirects/schema";
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
    <div className={styles.screen}>
      <h1 className={styles.title}>Redirects</h1>
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
        <table className={styles.table}>
          <caption className={styles.caption}>
            {search ? "Redirects that fit" : "All redirects"}, in the order of their addresses
          </caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col" className={styles.wide}>
                Made
              </th>
              <th scope="col">
                <Hidden>Actions</Hidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {redirects.map((redirect) => (
              <tr key={redirect.from}>
                <th scope="row">
                  <code>{redirect.from}</code> {redirect.isOpen ? null : <Badge>Rests: its story is not live</Badge>}
                </th>
                <td>
                  <code>{redirect.to}</code>
                  {redirect.story ? (
                    <a className={styles.story} href={`/desk/stories/${redirect.story.id}`}>
                      {redirect.story.name}
                    </a>
                  ) : null}
                </td>
                <td className={styles.wide}>
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
        <p className={styles.nothing}>{search ? "No redirect fits." : "There are no redirects yet."}</p>
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
