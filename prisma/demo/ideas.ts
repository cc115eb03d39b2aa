import type { sections } from "./sections.ts";

/** A story before there is text. Its key is short and lasting, as those of the stories. */
export interface DemoIdea {
  key: string;
  name: string;
  brief: string;
  section: (typeof sections)[number]["slug"];
  /** Nobody waits for it yet where this is missing. */
  due?: { planInDays: number; at: string };
}

export const ideas: readonly DemoIdea[] = [
  {
    key: "idea-minibus-fares",
    name: "Minibus fares before the winter",
    brief:
      "The city says no rise until spring; drivers on three lines ask for more already. Ride 114, 166 and 232 in the morning, note what is paid. Ask the transport office for the diesel figures. 600 words.",
    section: "economy",
    due: { planInDays: 1, at: "17:00" },
  },
  {
    key: "idea-kiln-smoke",
    name: "Who still burns tyres at the brick kilns",
    brief:
      "A reader from Novopavlovka sent pictures of black smoke at four in the morning. Go there, and ask the inspectors when they were last.",
    section: "environment",
  },
  {
    key: "idea-last-projectionist",
    name: "The last projectionist of Karakol",
    brief:
      "Portrait. She has kept two machines running since 1984 and closes in December. Needs pictures of the booth.",
    section: "culture",
    due: { planInDays: 4, at: "12:00" },
  },
];
