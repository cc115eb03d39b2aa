import { a, body, crosshead, i, ol, p, quote } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "felt",
  slug: "the-felt-that-two-sisters-cannot-agree-on",
  headline: "In Kochkor two sisters make one carpet and disagree about the red",
  kicker: "Craft",
  standfirst:
    "A shyrdak takes four fleeces, two winters and a pair of people who can quarrel without putting down the knife.",
  teaser: null,
  dateline: "Kochkor",
  section: "culture",
  tags: ["crafts", "kyrgyzstan", "unesco", "trade"],
  byline: ["maral-hojayeva"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 4, at: "10:40" },
  body: body(
    p(
      "The knife is what nobody expects. One thinks of felt as a soft business, and then Burulcha Osmonalieva, 64, spreads two sheets of it on top of each other, red on brown, takes a blade that used to shear sheep, and cuts along a chalk line through both at once with her whole weight, not lifting it for a metre and a half. Two rams’ horns come out. The red ones go into the brown hole and the brown ones into the red. Nothing is left over.",
    ),
    p(
      "‘That’s the whole idea,’ says her sister Anipa, who is 61 and sits opposite. ‘From one cut, two carpets. One is the other’s shadow. So you can’t make one alone, whatever she tells you.’",
    ),
    crosshead("How it is done"),
    ol(
      "Shear in autumn, when the wool is long. Sort it on a dry hide, by hand, by the light of a window to the north.",
      "Beat it with two willow rods until it sings.",
      [
        "Lay it on a reed mat, pour boiling water over it, roll it up, and send for the neighbours. The roll is kicked across the yard for an hour, with songs. This is called ",
        i("kiyiz basuu"),
        " and is the part that is shown to visitors.",
      ],
      "Dye. Quarrel.",
      "Cut, both layers at once.",
      "Sew the pieces edge to edge, then cover each seam with a twisted cord, one thread spun to the left and one to the right, so that it never curls.",
      "Quilt the whole on to a second felt, with stitches as close as rice. This takes the winter. Then comes the other winter, for the shadow.",
    ),
    crosshead("The red"),
    p(
      "The dispute is thirty years old and concerns madder. Anipa gets hers from the root, dug above the village, and it comes out different each time, brick, rust, once a pink about which she would rather not speak. Burulcha uses powder from a tin. It is the same red today as in the year that their mother bought it at the co-operative, and what is more it stays. Since 2012 the art of the shyrdak has been on the list of heritage in need of safeguarding that ",
      a("UNESCO", "https://ich.unesco.org/"),
      " keeps, and at the celebration in the school hall someone from the capital made a speech in praise of natural colours. Burulcha went home before the tea.",
    ),
    quote(p("‘My mother stood in line for that tin from four in the morning. That’s heritage.’")),
    p(
      "In the co-operative by the road, where forty women hand in their work and a price is sewn on in biro, both kinds hang next to each other. Foreigners prefer the root, says the girl at the till, and Bishkek prefers the tin. Brides take what they are given. A carpet of two metres by three costs about as much as a good cow, and lasts longer than nine of them.",
    ),
    p(
      "The one on the floor today is not for sale. It is for Anipa’s granddaughter, and they have agreed on a solution that people come in from other streets to see. The horns at the one end are from the tin. Those at the other end are from the root. In the middle, where they meet, is a diamond that is white.",
    ),
  ),
};
