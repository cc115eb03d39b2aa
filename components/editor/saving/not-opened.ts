/** Why a story's text is not to be had. */
export type NotOpenedWhy =
  | "signedOut"
  /** The story is not there any more, or not for this person. */
  | "gone"
  /** Nothing answers. */
  | "silent"
  /** The newsroom answers that it cannot. */
  | "failing"
  /** It was had, and this window cannot make anything of it. */
  | "unreadable";

export class NotOpened extends Error {
  override name = "NotOpened";
  readonly why: NotOpenedWhy;

  constructor(why: NotOpenedWhy) {
    super(why);
    this.why = why;
  }
}

interface Words {
  why: string;
  whatToDo: string;
}

export const notOpenedWords: Record<NotOpenedWhy, Words> = {
  signedOut: { why: "you are signed out.", whatToDo: "Sign in again here, and it opens." },
  gone: {
    why: "the story is not there any more, or not open to you.",
    whatToDo: "Ask a colleague who works on it; it is tried again by itself.",
  },
  silent: { why: "the newsroom does not answer.", whatToDo: "It is tried again by itself." },
  failing: { why: "the newsroom cannot hand out the text at the moment.", whatToDo: "It is tried again by itself." },
  unreadable: { why: "this window cannot read the text.", whatToDo: "Reload the page." },
};
