import { underEmbargo } from "../kernel/clock.ts";
import { ownNameOf } from "../stories/story-name.ts";
import { type Occasion, occasionWords, pathTo } from "./words.ts";

interface StoryOfMail {
  id: string;
  headline: string;
  slugline: string | null;
  confidential: boolean;
  embargoUntil: Date | null;
}

/** What a mail says of one notification. */
export interface Told extends Occasion {
  story: StoryOfMail;
}

interface Sender {
  newsroom: string;
  /** The public address of the program. */
  site: string;
}

/** One mail about all of them. Mail passes through other hands: of a story it says a name and a link, of a secret one not even the name. */
export function mailAbout(
  told: readonly Told[],
  { newsroom, site }: Sender,
  now: Date,
): { subject: string; text: string } {
  const sentences = told.map((one) =>
    `${occasionWords(one)} ${storyName(one.story, now)}`.replace(/[\p{Cc}\s]+/gu, " "),
  );
  const [only = ""] = sentences;
  return {
    subject: sentences.length === 1 ? only : `${sentences.length} notifications from ${newsroom}`,
    text: [
      ...told.map((one, at) => `${sentences[at]}\n${site}${pathTo(one)}`),
      `What you are told, and where, you choose here:\n${site}/desk/notifications#choices`,
    ].join("\n\n"),
  };
}

function storyName({ headline, slugline, confidential, embargoUntil }: StoryOfMail, now: Date): string {
  if (confidential) return "a confidential story";
  if (underEmbargo({ embargoUntil }, now)) return "a story under embargo";
  const name = ownNameOf({ headline, slugline });
  return name ? `“${name}”` : "an untitled story";
}
