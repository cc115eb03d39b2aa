import { b, body, ol, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "bus-twelve",
  slug: "the-number-twelve-goes-up-to-the-snow",
  headline: "The number 12 climbs out of the smog, and everybody looks up",
  kicker: "Letter from the road",
  standfirst:
    "Almaty’s steepest bus line takes under forty minutes from the opera to the ice. We took it for the faces.",
  teaser: null,
  dateline: "Almaty",
  section: "society",
  tags: ["kazakhstan", "almaty", "transport", "letters-from-the-road"],
  byline: ["aruzhan-bekturova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 2, at: "08:10" },
  body: body(
    p(
      "It is a bus like any other until it turns its back on the city. Then the nose goes up, the engine clears its throat, and the standing passengers take a quarter step downhill, all at once, like a choir.",
    ),
    ol(
      [
        b("By the Hotel Kazakhstan. "),
        "A student with skates round his neck. He has an examination in structural mechanics at two and believes that it will go better if he has fallen over first.",
      ],
      [
        b("The funicular. "),
        "Two ladies, sisters, who get on at the same stop every second day and talk of nobody but a third sister. She lives at the terminus.",
      ],
      [
        b("The polyclinic. "),
        "A cardiologist going home from the night shift, who points out to me without being asked which passengers ought to walk.",
      ],
      [
        b("The orchard wall. "),
        "Nobody gets on. The driver, Marat-aga, stops all the same. There was an apple seller here for twenty years, he says, and his foot does it by itself.",
      ],
      [
        b("Dam number one. "),
        "The edge of the grey. It is quite sharp, as if drawn along the valley with a ruler: beneath, the lid of winter smoke with the tips of cranes poking through; above, a blue that hurts. A little girl breathes on the pane, wipes it, and announces to the whole bus: ‘Somebody washed it.’",
      ],
      [
        b("The bend. "),
        "A German with crampons asks whether this is the right bus for the glacier. He is told by four people in three languages that it is, that it is not, and that he will catch cold.",
      ],
      [
        b("Medeu, 1,691 metres. "),
        "Everybody off. For a moment nobody goes anywhere. They stand in the car park and breathe, ostentatiously, as one drinks at somebody else’s expense.",
      ],
    ),
    p(
      "The timetable has four minutes here. Marat-aga spends them outside with his cap off. He has driven the 12 for eleven years, nine times up and nine times down on a working day, and at the depot they once worked out for him that he had climbed Everest, from sea level, about two hundred times a year. What does he think about on the way? ‘On the way up, the gears,’ he says. ‘On the way down I think: well, somebody has to live there.’",
    ),
  ),
};
