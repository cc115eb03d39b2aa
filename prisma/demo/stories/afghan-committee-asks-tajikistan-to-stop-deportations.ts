import { body, crosshead, ol, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "aryana",
  slug: "afghan-committee-asks-tajikistan-to-stop-deportations",
  headline: "Afghan migrants’ committee asks Tajikistan to stop deporting refugees",
  kicker: "Asylum",
  standfirst:
    "After more than a week of deportations the head of Aryana proposes fines, detention or a third country: anything but the way back.",
  teaser: "‘Fines, detention or a third country’: what the committee Aryana proposes to Dushanbe.",
  dateline: "Dushanbe",
  section: "society",
  tags: ["tajik-afghan-border", "tajikistan", "refugees", "migration", "afghanistan"],
  byline: ["firuz-nazarzoda", "begimai-osmonova"],
  language: "en",
  state: "live",
  publishedAt: { on: "2024-12-12", at: "09:30" },
  body: body(
    p(
      "The committee that speaks for Afghan migrants in Tajikistan has asked the government to end the deportation of refugees, which has now gone on for more than a week.",
    ),
    p(
      "Mosawer Bahadori, who heads the committee, called Aryana, reminds Tajikistan of what it has undertaken: not to return anyone to a place where that person’s life is in danger. Many of those concerned, the committee says, fled when the Taliban took power. They hold refugee status, or have asked for asylum and are waiting.",
    ),
    p(
      "Aryana is not a newcomer that has to introduce itself. It has been active for more than 27 years and works under the rules of the ministry of justice.",
    ),
    crosshead("Three proposals"),
    p("Bahadori’s appeal does not stop at the request. It lists what might be done instead:"),
    ol(
      "People who cannot stay could be moved to third countries, with the help of international organisations.",
      "The procedure for such a relocation could be made simpler than it is.",
      "Where someone has committed an offence, the answer could be a fine or detention, and not deportation.",
    ),
    p(
      "In return the committee gives an assurance. Afghans in the country will respect its laws, it says, and Aryana itself is ready to work with the security services.",
    ),
    crosshead("Between two obligations"),
    p(
      "The appeal is carefully built. It does not dispute that a state may punish whoever breaks its rules, and it does not ask for anyone to be let off. It asks that the punishment be one that can be survived. Under the rule that lawyers call non-refoulement, a person may not be sent where persecution awaits them, whatever the state of their papers.",
    ),
  ),
};
