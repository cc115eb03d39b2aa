import { body, p, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "csto-2025",
  slug: "csto-to-begin-reinforcing-the-border-in-2025",
  headline: "CSTO says it will begin reinforcing the Tajik-Afghan border in 2025",
  kicker: null,
  standfirst:
    "At a year-end meeting in Moscow the alliance looked back on exercises and new agreements, while one of its six members speaks of a point of no return.",
  teaser: null,
  dateline: "Dushanbe",
  section: "security",
  tags: ["tajik-afghan-border", "tajikistan", "csto", "afghanistan", "armenia", "imangali-tasmagambetov"],
  byline: ["firuz-nazarzoda"],
  language: "en",
  state: "live",
  publishedAt: { on: "2024-12-24", at: "11:15" },
  body: body(
    p(
      "The Collective Security Treaty Organization will start to strengthen the border between Tajikistan and Afghanistan in 2025, its Secretary General, Imangali Tasmagambetov, has said, according to the news agency Interfax.",
    ),
    p(
      "He spoke in Moscow at a meeting that drew up the balance of the year for the secretariat and the joint staff. The head of the joint staff, Andrei Serdyukov, took part.",
    ),
    p("The account of 2024 that was given there had two sides:"),
    ul(
      "on paper, agreements signed during the year on equipping the alliance’s collective forces;",
      "in the field, a round of joint exercises.",
    ),
    p(
      "The organisation has six members: Russia, Armenia, Belarus, Kazakhstan, Kyrgyzstan and Tajikistan. How long it will have six is less certain. This month Armenia’s prime minister, Nikol Pashinyan, said that relations with the alliance had passed the point of no return.",
    ),
    p(
      "For Tajikistan, the only member that has Afghanistan as a neighbour, the question is a different one. The stretch of border in the Shamsiddin Shokhin district is more than 100 kilometres long and has been a trouble spot for years. People there have been taken hostage; civilians have been attacked, and so have soldiers.",
    ),
    p(
      "Winter is the quiet season there, since it closes the side valleys. The year that counts begins when the roads open.",
    ),
  ),
};
