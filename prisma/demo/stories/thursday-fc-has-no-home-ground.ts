import { b, body, i, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "thursday-fc",
  slug: "thursday-fc-has-no-home-ground",
  headline: "Thursday FC has four languages, one ball and no home ground",
  kicker: "Growing up",
  standfirst:
    "On a gravel pitch outside Dushanbe, boys from Kabul, Kunduz and the next street have agreed on the offside rule.",
  teaser: null,
  dateline: "Vahdat",
  section: "society",
  tags: ["refugees", "migration", "tajikistan", "dushanbe", "afghanistan", "unhcr"],
  byline: ["zarina-holmatova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 9, at: "15:45" },
  body: body(
    p(
      "They are called Thursday because that was the day on which the pitch was free. It no longer is, since a lorry park moved on to one half of it, but a name is a name. ‘If we play on Sunday, we’re still Thursday,’ says Navid, twelve, captain and left back, in the tone of someone who has explained this to referees.",
    ),
    p(
      "Vahdat, twenty kilometres east of the capital, is where many Afghan families in Tajikistan live, since they are registered outside the big towns. The boys of Thursday were born in Kabul, Kunduz and Mazar; six come from the street behind the pitch, and one is from Samara, with a Tajik father and a Tatar mother, and goes in goal. The languages on the field are Dari, Tajik, Uzbek and Pashto, the first two of which are near enough to each other for jokes. Everybody shouts in Russian. Nobody is quite sure why.",
    ),
    p(
      "The coach is a physics teacher, Habib Rasuli, who lost his school at thirty-nine, and at forty-three has seventeen pupils again. He allows himself one blackboard, the side of a container. On it is a drawing of the field with vectors. ‘Force is mass times acceleration,’ he says. ‘You have no mass. Therefore: run.’",
    ),
    p(b("The rules of Thursday"), ", as dictated by the substitutes’ bench:"),
    p(
      i(
        "Who swears, fetches the ball. Who fetches the ball from the dog may take the corner. Who has no boots plays with one of somebody else’s, and that one plays with the other. Nobody asks when you’re leaving.",
      ),
    ),
    p(
      "The last of these has a history. In the past year five of the team have left, for Canada, for Germany, one to an uncle in Brazil. For a time each was given a shirt to take along, until the shirts ran out. Now the one who leaves scores a goal. It is arranged: everyone runs about and shouts as always, but the keeper from Samara dives to the wrong side. He is a terrible actor. Rasuli has told him that it does not matter.",
    ),
    p(
      "At the weekend they lost to the railwaymen’s juniors, 4–2. Both goals were scored by Navid’s little brother, who is ten and had somebody else’s boot on his left foot. He says that he is thinking of keeping it there.",
    ),
  ),
};
