import { a, b, body, crosshead, p, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "air",
  slug: "the-lid-on-bishkek",
  headline: "The lid on Bishkek: who makes the winter smog, hour by hour",
  kicker: "Air",
  standfirst:
    "Twelve volunteers hung sensors from their balconies for a winter. The curves have two humps, and each of them smells of something different.",
  teaser: null,
  dateline: "Bishkek",
  section: "environment",
  tags: ["bishkek", "kyrgyzstan", "energy", "health", "climate", "mining"],
  byline: ["aizada-mambetova", "clare-haddow"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 1, at: "07:20" },
  body: body(
    p(
      "At seven in the morning the air on the balcony of Cholpon Isaeva, ninth floor, in the south of the city, contains 38 micrograms of fine dust to the cubic metre. At the same moment her brother, who lives four kilometres further down in a house with a garden, reads 291. They have the same sensor. They bought them together, on offer.",
    ),
    p(
      "The ",
      a("World Health Organization", "https://www.who.int/"),
      " holds that a day’s average ought not to exceed fifteen. In the winter we are describing there were nine such days at Cholpon’s address, and at her brother’s none.",
    ),
    crosshead("A bowl with a cover"),
    p(
      "Bishkek lies in a shallow bowl with a wall of mountains to the south. On still, clear nights the cold flows down from them and collects on the ground, while a few hundred metres up it stays milder. Air that is colder than the air above it does not rise. Whatever is let into it stays: one can see the cover from the first bend of the road to the mountains, as flat and as grey as a saucepan lid.",
    ),
    p("The measurements of twelve households, read together, draw a day with two humps."),
    ul(
      [
        b("05:30 to 08:30. "),
        "Stoves are lit. The rise begins in the new settlements to the north, where hardly any house has gas, and takes about an hour to reach the centre.",
      ],
      [
        b("08:00 to 10:00. "),
        "Cars. The total barely grows, but the gases do, and on the main roads the colour of the haze goes from blue to brown.",
      ],
      [
        b("13:00 to 16:00. "),
        "The sun lifts the lid a little. This is the time to air the bedroom, and the time when most people are not at home.",
      ],
      [
        b("18:00 to 23:00. "),
        "The second hump, and the higher one: supper, stove, traffic, and the bathhouses, which are fired with whatever burns.",
      ],
    ),
    p(
      "What burns is mostly coal, and mostly that of Kara-Keche in the Naryn region, brown, cheap, and rather damp. A house of eighty square metres takes four to five tonnes in a winter. The heating plant burns far more, but it has a chimney of 300 metres and filters; on most nights its plume goes out above the lid and is somebody else’s weather.",
    ),
    crosshead("What people do"),
    p(
      "Three of the twelve no longer heat with coal. One has had gas since the pipe came to his street. One has an electric boiler and a bill that he carries about with him like a photograph. The third, a retired seamstress in Kök-Jar, insulated her two rooms with the help of a grandson: straw and clay on the north wall, film on the windows, a brush under the door. She needs a third of the coal that she did, and burns it at night ‘so that the neighbours won’t think I have died’.",
    ),
    p(
      "The doctors at the children’s polyclinic do not require a graph. In the weeks with the lid they add a chair to the corridor, says the sister at the desk, and then another. There is a row of coat hooks there at a height of one metre. You can read the air by how many of them are taken.",
    ),
    p(
      "Cholpon and her brother have fallen into the habit of exchanging readings at breakfast, without comment, a number each. In January, after four days above 300, he wrote: ‘Put the kettle on.’ He came up with the children and stayed until the wind changed.",
    ),
  ),
};
