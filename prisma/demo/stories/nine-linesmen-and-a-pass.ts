import { body, crosshead, p, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "power-line",
  slug: "nine-linesmen-and-a-pass",
  headline: "Nine linesmen, one pass and half of the country’s electricity",
  kicker: "Power",
  standfirst:
    "The high-voltage line from the southern dams to the northern cities crosses the mountains above Suusamyr. In winter it is kept standing by people on skis.",
  teaser: "With the crew who knock the ice off the line between south and north.",
  dateline: "Suusamyr",
  section: "economy",
  tags: ["energy", "kyrgyzstan", "climate"],
  byline: ["aizada-mambetova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 13, at: "16:20" },
  body: body(
    p(
      "Ice on a power line makes a noise before it makes trouble. Ermek Toktosunov, foreman, holds up a glove for silence. It is a hum with a second hum inside, a little flat. ‘Eight millimetres,’ he says. ‘At fifteen I’d start to worry. At twenty-five the tower worries.’",
    ),
    p(
      "Kyrgyzstan makes most of its power in the south, on the Naryn, and uses most of it in the north, in Bishkek and the Chu valley, and the mountains lie across this arrangement. Since 2015 a line of 500,000 volts has joined the two without touching a neighbour’s territory: 405 kilometres from Datka to Kemin. On a cold evening it carries up to half of what the country consumes. It also carries frost.",
    ),
    p(
      "Toktosunov’s section is the part that you see in photographs. It has 74 towers, the highest of them at a little over 3,500 metres, and nine people to look after them, from a house in the Suusamyr valley with a stove, a radio mast and eighteen pairs of boots.",
    ),
    crosshead("A day’s work"),
    p(
      "They set out when it is light enough to see a wire. To the foot of the slope by tracked vehicle, from there on skis with skins, in twos. Each pair takes five or six towers. They look at:",
    ),
    ul(
      "the insulators, strings of glass discs, of which a broken one shows as a gap in a smile;",
      "the spacers between the conductors, which the wind loosens;",
      "the feet, because snow does not only fall, it also pushes;",
      "and everything that hangs from anything. Last year that was an eagle’s nest with a length of somebody’s washing line in it.",
    ),
    p(
      "If the ice gets too thick, it can be melted from the control room by sending a heavy current through the wires for forty minutes. This takes planning, as half the country would have to be lit some other way in the meantime. More often the pair deals with it by hand. There is a rope, there is a wooden mallet, and there is a rule, which is the only piece of paper in the hut with a frame: Never stand where it’s going to go.",
    ),
    crosshead("The winter of the warm rain"),
    p(
      "The cold is not the problem, they say. At minus thirty the snow is dry and falls off by itself. The problem is zero. In recent years it has rained in Suusamyr in January, which the oldest of them, Kubat, 59, had never seen and at first took for a fault in his ears. Rain freezes to the wire like glaze on a bun. In one night it put four tonnes on a single span between two ridges; the conductor sagged eleven metres. They got up there at noon, in a wind that took away the words, and beat it off with mallets, 600 metres of it, from both ends. In Bishkek that evening the lights were said to have flickered.",
    ),
    p(
      "‘My daughter rang from the city,’ Kubat says. ‘She asked whether we’d had a storm. I said no, why? She said that the kettle had been slow.’",
    ),
  ),
};
