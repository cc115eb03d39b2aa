import { Button } from "#components/ui/Button";
import { ButtonLink } from "#components/ui/ButtonLink";
import { Field } from "#components/ui/Field";
import { TextInput } from "#components/ui/TextInput";
import type { LibraryPage } from "#newsroom/media/schema";
import look from "../ListScreen.module.css";
import { PictureCard } from "./PictureCard.client.tsx";
import styles from "./Pictures.module.css";
import type { PictureActions } from "./picture-actions.ts";
import { UploadPictures } from "./UploadPictures.client.tsx";

interface PicturesScreenProps {
  data: LibraryPage & { search: string; isFirst: boolean };
  can: { add: boolean };
  actions: PictureActions;
}

const pathOf = (search: string, cursor: string | null): string => {
  const query = new URLSearchParams({ ...(search && { q: search }), ...(cursor && { cursor }) }).toString();
  return query ? `/desk/pictures?${query}` : "/desk/pictures";
};

/** The library: every picture that this person may find, the newest first. */
export const PicturesScreen = ({ data: { search, isFirst, pictures, next }, can, actions }: PicturesScreenProps) => (
  <div className={look.screen}>
    <h1 className={look.title}>Pictures</h1>
    {can.add ? <UploadPictures /> : null}
    <search>
      <form key={search} action="/desk/pictures" className={styles.form}>
        <Field label="Words of the alt text, caption or credit" className={styles.words}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              name="q"
              defaultValue={search}
              maxLength={80}
              data-shortcut="search"
            />
          )}
        </Field>
        <Button type="submit">Search</Button>
      </form>
    </search>
    {pictures.length > 0 ? (
      <ul className={styles.grid} aria-label="Library">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <PictureCard key={picture.version} picture={picture} actions={actions} />
          </li>
        ))}
      </ul>
    ) : (
      <p className={look.nothing}>
        {search ? "No picture has these words." : "The library is empty. Upload the first picture."}
      </p>
    )}
    {next || !isFirst ? (
      <nav className={look.pages} aria-label="Pages of the library">
        {isFirst ? null : <ButtonLink href={pathOf(search, null)}>Newest pictures</ButtonLink>}
        {next ? <ButtonLink href={pathOf(search, next)}>Older pictures</ButtonLink> : null}
      </nav>
    ) : null}
  </div>
);
