"use client";
import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { AlertDialog } from "#components/ui/AlertDialog.client";
import { Button } from "#components/ui/Button";
import { Dialog } from "#components/ui/Dialog.client";
import { IconButton } from "#components/ui/IconButton";
import { Menu, MenuItem } from "#components/ui/Menu.client";
import type { StaffAbilities } from "#newsroom/people/policy";
import type { StaffRow } from "#newsroom/people/schema";
import { toast } from "../../ui/toast-manager.ts";
import { PasswordLink } from "./PasswordLink.tsx";
import styles from "./People.module.css";
import type { GivenLink, PeopleActions } from "./people-actions.ts";
import { RoleChoice } from "./RoleChoice.tsx";
import { useAsking } from "./use-asking.client.ts";

interface PersonActionsProps {
  data: { person: StaffRow; isYou: boolean; zone: string };
  can: StaffAbilities;
  actions: Omit<PeopleActions, "add">;
}

type Matter = "role" | "link" | "deactivate" | "reactivate";

/** What can be done about one person: a menu, and a question before each thing. */
export function PersonActions({ data: { person, isYou, zone }, can, actions }: PersonActionsProps) {
  const [matter, setMatter] = useState<Matter | null>(null);
  const [role, setRole] = useState(person.role);
  const [link, setLink] = useState<GivenLink | null>(null);
  const { ask, isAsking, refusal, forget } = useAsking();
  const trigger = useRef<HTMLButtonElement>(null);
  const router = useRouter();
  const { name } = person;
  const of = { staffId: person.id, version: person.version };

  const open = (next: Matter) => {
    forget();
    setRole(person.role);
    setLink(null);
    setMatter(next);
  };
  const close = () => {
    setMatter(null);
    // It was refused, perhaps because the list is out of date.
    if (refusal) router.refresh();
  };
  const dialog = (which: Matter) => ({
    open: matter === which,
    onOpenChange: (isOpen: boolean) => (isOpen ? open(which) : close()),
    busy: isAsking,
    error: refusal?.message ?? null,
  });
  const done = (words: string) => () => {
    close();
    toast({ tone: "good", title: words });
    router.refresh();
  };

  return (
    <>
      <Menu
        trigger={
          <IconButton ref={trigger} label={`Actions for ${name}`} size="small">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        {can.changeRole ? <MenuItem onSelect={() => open("role")}>Change role…</MenuItem> : null}
        {can.makeLink ? <MenuItem onSelect={() => open("link")}>New password link…</MenuItem> : null}
        {can.deactivate ? (
          <MenuItem danger onSelect={() => open("deactivate")}>
            Deactivate…
          </MenuItem>
        ) : null}
        {can.reactivate ? <MenuItem onSelect={() => open("reactivate")}>Reactivate…</MenuItem> : null}
      </Menu>
      <AlertDialog
        {...dialog("role")}
        title={`Change the role of ${name}?`}
        description={isYou ? "You are signed out and sign in anew." : "They are signed out and sign in anew."}
        confirmLabel={isAsking ? "Changing…" : "Change role"}
        onConfirm={() => ask(() => actions.changeRole({ ...of, role }), done(`${name} has a new role`))}
      >
        <RoleChoice value={role} onChange={setRole} />
      </AlertDialog>
      <Dialog
        open={matter === "link"}
        onOpenChange={(isOpen) => (isOpen ? open("link") : close())}
        finalFocus={trigger}
        title={`New password link for ${name}`}
        description={
          link ? undefined : "Links made before stop working. The present password works until a new one is set."
        }
        footer={
          link ? (
            <Button tone="primary" onClick={close}>
              Done
            </Button>
          ) : (
            <>
              <Button onClick={close}>Cancel</Button>
              <Button
                tone="primary"
                busy={isAsking}
                onClick={() =>
                  ask(
                    () => actions.makeLink(of),
                    (made) => {
                      setLink(made);
                      router.refresh();
                    },
                  )
                }
              >
                {isAsking ? "Making…" : "Make the link"}
              </Button>
            </>
          )
        }
      >
        {link ? <PasswordLink link={link} name={name} zone={zone} /> : null}
        {refusal ? (
          <p role="alert" className={styles.refusal}>
            {refusal.message}
          </p>
        ) : null}
      </Dialog>
      <AlertDialog
        {...dialog("deactivate")}
        title={`Deactivate ${name}?`}
        description={`${isYou ? "You are" : "They are"} signed out everywhere and cannot sign in. Stories and bylines stay; links that ${isYou ? "you" : "they"} made for people outside rest. An admin can undo it.`}
        confirmLabel={isAsking ? "Deactivating…" : "Deactivate"}
        tone="danger"
        onConfirm={() => ask(() => actions.deactivate(of), done(`${name} is deactivated`))}
      />
      <AlertDialog
        {...dialog("reactivate")}
        title={`Reactivate ${name}?`}
        description="They can sign in again, with the role and the password of before."
        confirmLabel={isAsking ? "Reactivating…" : "Reactivate"}
        onConfirm={() => ask(() => actions.reactivate(of), done(`${name} is in again`))}
      />
    </>
  );
}
