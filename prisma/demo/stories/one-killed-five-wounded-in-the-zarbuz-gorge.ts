import { b, body, crosshead, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "zarbuz",
  slug: "one-killed-five-wounded-in-the-zarbuz-gorge",
  headline: "One killed, five wounded in an attack near a mine on the Tajik-Afghan border",
  kicker: "Shamsiddin Shokhin",
  standfirst:
    "A Chinese citizen died in the Zarbuz gorge in the night of 18 November, Radio Ozodi reports. Who fired is not known.",
  teaser: null,
  dateline: "Dushanbe",
  section: "security",
  tags: ["tajik-afghan-border", "tajikistan", "china", "mining", "security"],
  byline: ["firuz-nazarzoda"],
  language: "en",
  state: "live",
  publishedAt: { on: "2024-11-19", at: "14:05" },
  body: body(
    p(
      b("What is known. "),
      "One person was killed and five were wounded in an attack in the Zarbuz gorge, in the Shamsiddin Shokhin district of southern Tajikistan, during the night of 18 November. The dead man was a Chinese citizen. Of the wounded, four are Chinese and one is from the area. They were taken to the district hospital. The report comes from Radio Ozodi, the Tajik service of Radio Free Europe.",
    ),
    p(
      b("What is not. "),
      "At the time of writing there is no official statement, neither from the authorities in Dushanbe nor from any other side. The attack is said to have come from Afghan territory. Whether those who carried it out were smugglers or militants cannot be said.",
    ),
    crosshead("Next to a protected zone"),
    p(
      "The Chinese worked for a gold mine in the protected zone of Dashti-Jum, which adjoins the gorge. The place lies near the border post of Sari Ghor, a name that is remembered in Tajikistan for another attack, in 1993.",
    ),
    p(
      "It is the first time that a Chinese citizen has died in an attack there. The district as such is used to alarms. In 2023 there were several incidents; on 6 August of that year the State Committee for National Security, the SCNS, reported that three members of the group Ansarullah had been killed and caches of weapons found.",
    ),
    p("This report will be changed when there is more to say."),
  ),
};
