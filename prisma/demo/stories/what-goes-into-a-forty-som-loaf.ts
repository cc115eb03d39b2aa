import { attribution, body, money, p, pullQuote, rateBox, table } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "bread-osh",
  slug: "what-goes-into-a-forty-som-loaf",
  headline: "What goes into a forty-som loaf at the bazaar in Osh",
  kicker: "Market day",
  standfirst:
    "Flour is less than half of it. The rest is dung, sesame, a nephew with a pram, and the fear of being the first to ask for forty-five.",
  teaser: null,
  dateline: "Osh",
  section: "economy",
  tags: ["kyrgyzstan", "osh", "fergana-valley", "farming", "trade", "market-day"],
  byline: ["begimai-osmonova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 3, at: "06:45" },
  body: body(
    p(
      "You can tell the time at the Jayma bazaar by the bread. Until seven it is too hot to hold, until nine it is perfect, at noon it is merely bread, and towards evening it is sold in pairs, with a look that says we both know.",
    ),
    p(
      "A round loaf from the clay oven, 400 grams, stamped in the middle with a flower of nails, costs ",
      money("40", "KGS"),
      ". It has cost forty since last autumn, and before that thirty-five, and each of the women along the northern wall can tell you the morning on which it changed, as others remember where they were at an eclipse.",
    ),
    p(
      "Shakhnoza, who has baked for nineteen years and whose loaves have a sunflower in place of the usual daisy, does the sum for us on a flour sack:",
    ),
    table(
      "What goes into a loaf of 40 som",
      ["Part", "Som", "Remark"],
      [
        "Flour",
        "17",
        "First grade, from Kazakhstan, by the 50-kilo sack. The local is cheaper, and ‘good for noodles’.",
      ],
      [
        "Fuel",
        "5",
        "Cotton stalks, apricot prunings and, for the last heat, pressed dung. Gas costs more, and the crust knows it.",
      ],
      ["Yeast, salt, milk, sesame, onion", "4", "The milk is for the shine."],
      [
        "Her daughter-in-law",
        "4",
        "Paid weekly, in an envelope, because, she says, in the family everything ought to be clear.",
      ],
      ["A nephew with a pram", "1", "The pram is from Germany and carries sixty loaves."],
      ["The place at the wall", "2", "With a receipt."],
      ["What is left", "7", "On a good day 240 times."],
    ),
    rateBox("KGS"),
    p(
      "The arithmetic of the sack is simple. That of the wall is not. There are thirty-one sellers. No one sets the price, there is no association and no meeting; anybody may write forty-five on her cardboard tomorrow. ‘And then?’ asks Shakhnoza. ‘Then I stand there with warm bread and watch the backs of my customers.’ So the wall waits. Someone’s sack runs out, someone’s daughter gets married, someone comes back from the hospital with a bill; and one morning two or three stop stamping the big loaf and stamp a smaller one. The price has stayed the same. The daisy has lost a row of petals.",
    ),
    pullQuote("‘The bread doesn’t get dearer. It gets further away.’", attribution("Her neighbour to the left")),
    p(
      "Who buys? Everybody, every day, two to five loaves, and never upside down: to lay a loaf on its face is worse than to drop it. A porter takes one and eats it in the walk of forty metres between the wall and the meat hall. A bride’s aunt wants eighty with a double rim. A man in a suit asks whether there is any without salt. There is not, but for a moment all thirty-one have considered it.",
    ),
    p("By half past twelve the pram has made its fourth trip. The last two loaves went for seventy."),
  ),
};
