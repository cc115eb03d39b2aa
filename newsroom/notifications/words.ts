import type { NotificationKind } from "./kinds.ts";

/** What a notification's words are made of. */
export interface Occasion {
  kind: NotificationKind;
  /** The thread or assignment within the story. */
  aboutId: string | null;
  /** Begins with the type of the event where there are several of one kind. */
  cause: string;
  /** The name of who did it. */
  by: string | null;
}

/** Before the cause of what goes to those who direct the story, since whoever has it has left. */
export const toDesk = "desk:";

/** What happened, to go before the story's name: "Timur returned to you". */
export function occasionWords({ kind, aboutId, cause, by }: Occasion): string {
  const who = by ?? "Somebody";
  const hasLeft = cause.startsWith(toDesk);
  switch (kind) {
    case "mention":
      // Not their name: a mail must not say who a source is.
      if (cause.startsWith("outside:")) return "Somebody outside commented on";
      return `${who} mentioned you in a comment on`;
    case "assignment":
      if (!aboutId) return `${who} assigned you to`;
      return cause.startsWith("assignment.changed:")
        ? `${who} changed your assignment for`
        : `${who} gave you an assignment for`;
    case "return":
      return hasLeft ? `${who} returned to somebody who has left` : `${who} returned to you`;
    case "overdue":
      if (hasLeft)
        return aboutId
          ? "Overdue is an assignment of somebody who has left, for"
          : "Overdue, with somebody who has left:";
      return aboutId ? "Your assignment is overdue for" : "Overdue:";
    case "plan":
      return `${who} cancelled your plan for`;
    case "trouble":
      if (cause.startsWith("proof.missing:gone:")) return "Readers may still see what was taken down:";
      if (cause.startsWith("proof.missing:")) return "Readers do not see what was published of";
      if (cause.startsWith("proof.unlooked:gone:"))
        return "Nobody has looked whether readers still see what was taken down:";
      if (cause.startsWith("proof.unlooked:")) return "Nobody has looked whether readers see what was published of";
      return cause.startsWith("plan.overdue:")
        ? "A plan was not carried out on time for"
        : "A plan could not be carried out for";
    default:
      return kind satisfies never;
  }
}

/** Where at the desk one goes from here. */
export const pathTo = ({
  kind,
  aboutId,
  story,
}: Pick<Occasion, "kind" | "aboutId"> & { story: { id: string } }): string =>
  kind === "mention" && aboutId ? `/desk/stories/${story.id}?thread=${aboutId}` : `/desk/stories/${story.id}`;
