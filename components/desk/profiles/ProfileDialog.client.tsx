"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { Field } from "#components/ui/Field";
import { Select } from "#components/ui/Select";
import { StatusLine } from "#components/ui/StatusLine";
import { TextArea } from "#components/ui/TextArea";
import { TextInput } from "#components/ui/TextInput";
import type { ProfileRow } from "#newsroom/people/schema";
import { toast } from "../../ui/toast-manager.ts";
import { UnsentNotice } from "../../unsent/UnsentNotice.client.tsx";
import { useUnsent } from "../../unsent/useUnsent.ts";
import { useAsking } from "../people/use-asking.client.ts";
import styles from "./ProfilesScreen.module.css";
import type { ProfileActions } from "./profile-actions.ts";

interface ProfileDialogProps {
  /** Null for a new one. */
  profile: ProfileRow | null;
  /** Who can be the one that signs in: those without a profile, and the one of this. */
  staff: readonly { id: string; name: string }[];
  actions: ProfileActions;
}

/** The button that opens one, for a new profile or a known one. */
export function ProfileDialog(props: ProfileDialogProps) {
  const [isOpen, setOpen] = useState(false);
  const { profile } = props;
  return (
    <>
      {profile ? (
        <Button size="small" aria-label={`Change ${profile.name}…`} onClick={() => setOpen(true)}>
          Change…
        </Button>
      ) : (
        <Button tone="primary" onClick={() => setOpen(true)}>
          <Plus aria-hidden />
          Add a profile
        </Button>
      )}
      {isOpen ? <OpenProfile {...props} key={profile?.version} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Name, words about them, and who signs in as them. Readers see a change at once. */
function OpenProfile({ profile, staff, actions, onClose }: ProfileDialogProps & { onClose: () => void }) {
  const unsent = useUnsent(`profile ${profile?.id ?? ""}`, {
    name: profile?.name ?? "",
    bio: profile?.bio ?? "",
    slug: profile?.slug ?? "",
  });
  const [staffId, setStaffId] = useState(profile?.staffId ?? "");
  const wanted = { ...unsent.words, staffId };
  const router = useRouter();
  const { ask, isAsking, refusal, issueAt } = useAsking(router.refresh);
  const nameField = useRef<HTMLInputElement>(null);
  const form = useId();
  const { set } = unsent;
  const at = (path: string) => issueAt(path) ?? issueAt(`changes.${path}`);

  function save(event: FormEvent) {
    event.preventDefault();
    if (isAsking) return;
    const { slug, ...facts } = { ...wanted, staffId: wanted.staffId || null };
    ask(
      () =>
        profile
          ? actions.changeProfile({
              profileId: profile.id,
              version: profile.version,
              changes: { ...facts, ...(slug !== profile.slug && { slug }) },
            })
          : actions.createProfile({ id: uuidv7(), ...facts }),
      () => {
        unsent.forget();
        onClose();
        toast({ tone: "good", title: profile ? "The profile is changed" : `${wanted.name} can stand in bylines` });
        router.refresh();
      },
    );
  }

  const isAtField = ["name", "bio", "slug", "staffId"].some((path) => at(path) !== null);
  return (
    <Dialog
      title={profile ? `Change ${profile.name}` : "Add a profile"}
      open
      onOpenChange={(open) => (open || isAsking ? undefined : onClose())}
      initialFocus={nameField}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} tone="primary" busy={isAsking}>
            {isAsking ? "Saving…" : profile ? "Save" : "Add"}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} className={styles.form} noValidate>
        <Field label="Name" hint="As it stands in bylines" error={at("name")}>
          {(control) => (
            <TextInput
              {...control}
              ref={nameField}
              autoComplete="off"
              value={wanted.name}
              onChange={({ target }) => set({ name: target.value })}
            />
          )}
        </Field>
        <Field label="About them" hint="Readers see it on the author’s page" error={at("bio")}>
          {(control) => (
            <TextArea {...control} rows={4} value={wanted.bio} onChange={({ target }) => set({ bio: target.value })} />
          )}
        </Field>
        <UnsentNotice of={unsent} />
        {profile && profile.live === 0 ? (
          <Field label="Address" hint="After /authors/. It stays once readers have it" error={at("slug")}>
            {(control) => (
              <TextInput
                {...control}
                autoCapitalize="none"
                spellCheck={false}
                value={wanted.slug}
                onChange={({ target }) => set({ slug: target.value })}
              />
            )}
          </Field>
        ) : null}
        <Field label="Signs in as" error={at("staffId")}>
          {(control) => (
            <Select
              {...control}
              value={wanted.staffId}
              options={[
                { value: "", label: "Nobody: a guest" },
                ...staff.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={({ target }) => setStaffId(target.value)}
            />
          )}
        </Field>
        <StatusLine tone="danger">{refusal && !isAtField ? refusal.message : null}</StatusLine>
      </form>
    </Dialog>
  );
}
