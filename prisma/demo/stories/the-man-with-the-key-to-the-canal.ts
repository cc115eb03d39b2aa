import { body, crosshead, i, p, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "mirab",
  slug: "the-man-with-the-key-to-the-canal",
  headline: "The man with the key to the canal sleeps with it under his ear",
  kicker: "Irrigation",
  standfirst:
    "Three villages, two countries, one sluice. The mirab of the Kok-Suu ditch is elected by everyone who will later complain about him.",
  teaser: null,
  dateline: "Aravan",
  section: "environment",
  tags: ["water", "farming", "fergana-valley", "kyrgyzstan", "uzbekistan", "borders"],
  byline: ["begimai-osmonova"],
  language: "en",
  state: "edit",
  writtenAt: { daysAgo: 1, at: "22:40" },
  body: body(
    p(
      "The key weighs a kilo and a half and fits a wheel of cast iron with the date 1937. With a quarter turn to the left Nematjon Sobirov can make a neighbour happy for six hours. With a quarter turn to the right he can do the same for another. At both times somebody is shouting.",
    ),
    p(
      "He is the ",
      i("mirab"),
      ", the lord of the water, which is a very old word for a man with wet feet. The ditch that he governs comes out of the hills in Kyrgyzstan, passes through two villages there, ducks under a fence and goes on through one in Uzbekistan. Nobody has ever signed anything about it. It is said to be one of the few things on this border about which no capital has ever sent a note.",
    ),
    crosshead("The order of things"),
    p(
      "The rules are known by heart, as they are not written down, and were explained to us by four people in the same words:",
    ),
    ul(
      "water goes by turns of six hours, and the turn belongs to the land, not to its owner;",
      "who is at the tail of the ditch has the night, because at night nobody steals;",
      "a funeral swaps with anyone;",
      "whoever did not come to clean the ditch in March comes last, even if he is the mirab’s brother;",
      "and once a season, on a day which he alone chooses, the mirab lets the water run past everyone to the end, to see that it still gets there.",
    ),
    crosshead("The vote"),
    p(
      "In February the three villages meet at the wheel. There are no ballot papers. The candidate stands by the ditch and everyone who is for him puts a stone into it on the upper side. Sobirov has been chosen seven times, twice with so many stones that it took till noon to clear them. His pay is a sack of wheat from each household. It is brought, without being asked for, in the week after the harvest; and those who complained most loudly, he has found, fill theirs to the brim.",
    ),
    p(
      "Last summer was dry. In July the ditch at the head was carrying a third of what it should. Sobirov, who is 59 and has a bad knee, walked its eleven kilometres twice a night with a torch, and in the third week he did what a mirab may do once, and cut everyone’s turn to four hours, his own to three. On the far side of the fence they had heard of it before he had come home. By the gate someone had hung a bag on the wire: tomatoes, and a bandage for the knee.",
    ),
    p(
      "There is a project to put in a gate that is worked by telephone, with a sensor. He has been shown it on a screen, and he is for it; it would save him the walk. He has only asked them one thing, and the engineer has made a note. ‘When it gets dry: whom do they shout at?’",
    ),
  ),
};
