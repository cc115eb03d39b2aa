import { body, crosshead, i, p, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "field-kitchen",
  slug: "several-armies-one-field-kitchen",
  headline: "Several armies, one field kitchen: what a joint exercise eats",
  kicker: "On the range",
  standfirst:
    "Before a tank has moved, 1,400 people want breakfast. Warrant Officer Taalaibek is responsible for the tea, and for peace.",
  teaser: "1,400 breakfasts, 3,000 litres of tea and a diplomatic question about salt.",
  dateline: "Balykchy",
  section: "security",
  tags: ["csto", "defence", "kyrgyzstan", "issyk-kul"],
  byline: ["clare-haddow"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 38, at: "10:20" },
  body: body(
    p(
      "At four in the morning the only light on the range is under a boiler. Warrant Officer Taalaibek, whose surname the army would like to keep to itself, lifts the lid with a poker, looks in, and says the first word of the day, which is ‘more’.",
    ),
    p(
      "More means tea. A joint exercise of the alliance’s forces, seen from the hill where the generals stand, consists of smoke, arrows and helicopters. Seen from the hollow behind it, it consists of five lorries with chimneys, a queue, and the question of how strong is strong. ‘The Belarusians drink it like water and the Tajiks drink it like medicine,’ says Taalaibek. ‘I make it like medicine and keep hot water next to it. That’s my contribution to interoperability.’",
    ),
    p("For one day of an exercise of this size his list says, among other things:"),
    ul(
      "bread, 560 kilograms, baked in Balykchy overnight and brought up while it is warm;",
      "buckwheat, 130 kilograms; rice, 110; and a sack of each in reserve, ‘because somebody always gets lost and comes back hungry’;",
      "beef and mutton, 240 kilograms, no pork for anyone, which spares everybody the explanation;",
      "onions, as many as there are;",
      "3,000 litres of boiled water, of which most becomes tea.",
    ),
    crosshead("The salt question"),
    p(
      "Every kitchen has its own crew, and in the first two days every crew cooked for its own. It was the weather that ended this. A gust from the Boom gorge, where the wind is at home, took the canvas off two of the five lorries; their cooks carried what they had to the other three, and by supper there was one pot with three opinions in it.",
    ),
    p(
      "‘We put in salt at the beginning,’ says Private First Class Artyom, who is nineteen and cooked in a café in Gomel before he was called up. ‘They put it in at the end. So it went in twice.’ The plov of that evening is remembered. The commander of the Kazakh company asked for seconds, possibly out of politeness. Since then there has been one ladle for salt, and it hangs from a nail next to Taalaibek’s bunk.",
    ),
    p(
      "There is a theory about this in the manuals, under the heading of rear support, and a colonel of the logistics service explains it willingly: an alliance that cannot feed itself from one pot cannot supply itself from one depot. Spare parts, fuel couplings, stretchers that fit the neighbour’s ambulance: all of it begins with somebody agreeing on a size of ladle. ‘Nobody films the kitchen,’ he says. ‘But you may film the helicopter for as long as you like. It won’t take off before the crew has eaten.’",
    ),
    p(
      "On the last day there was a competition, not in the programme, for the best ",
      i("kasha"),
      ". The jury was the queue. It finished every pot and refused to name a winner.",
    ),
  ),
};
