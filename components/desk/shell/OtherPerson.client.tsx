"use client";
import { useEffect, useState } from "react";
import { z } from "zod";
import { AlertDialog } from "#components/ui/AlertDialog.client";

const Person = z.object({ id: z.string(), name: z.string() });
type Person = z.infer<typeof Person>;

interface OtherPersonProps {
  me: Person;
}

/** Every page of the desk tells the older windows of this browser whose it is: a window left open by somebody else says so before its buttons do anything in another name. */
export function OtherPerson({ me: { id, name } }: OtherPersonProps) {
  const [other, setOther] = useState<Person | null>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const windows = new BroadcastChannel("chapar.desk");
    windows.onmessage = ({ data }) => {
      const person = Person.safeParse(data).data;
      if (!person) return;
      setOpen(person.id !== id);
      if (person.id !== id) setOther(person);
    };
    windows.postMessage({ id, name });
    return () => windows.close();
  }, [id, name]);

  return (
    <AlertDialog
      open={isOpen}
      onOpenChange={setOpen}
      title={`${other?.name} is signed in in this browser now`}
      description={`${name} opened this window. What is done in it from now on is done by ${other?.name}; text that ${name} typed here and that was not sent stays in this browser for ${name}.`}
      confirmLabel={`Reload as ${other?.name}`}
      cancelLabel="Stay here"
      onConfirm={() => location.reload()}
    />
  );
}
