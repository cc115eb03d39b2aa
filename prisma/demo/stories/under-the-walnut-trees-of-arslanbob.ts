import { body, i, p, quote, rule } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "arslanbob",
  slug: "under-the-walnut-trees-of-arslanbob",
  headline: "For five weeks a whole town moves under the walnut trees",
  kicker: "Letter from the road",
  standfirst:
    "In Arslanbob the schools thin out, the bakers follow their customers uphill, and a kilo of nuts is as good as cash.",
  teaser: null,
  dateline: "Arslanbob",
  section: "economy",
  tags: ["kyrgyzstan", "farming", "trade", "babur", "letters-from-the-road"],
  byline: ["clare-haddow"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 45, at: "09:15" },
  body: body(
    p(
      "The first thing I was taught was how to stand. You stand with your back against the trunk, said Ulugbek, and you look at your feet. Then he put a hand on the lowest branch, looked up into eleven storeys of leaves, and was gone. For a while nothing happened. Then the tree hailed.",
    ),
    p(
      "A walnut in its green coat, falling from twenty metres, hits the ground with the sound of a dropped purse. Hundreds of them make you laugh, from nerves. From all over the slope came the same drumming and the same laughter, and smoke, and somebody’s radio, and I understood why in the town below I’d found the butcher’s shut and a note on the chemist’s door which said, in Uzbek, ",
      i("In the forest. Ring."),
    ),
    p(
      "The forest above Arslanbob is said to be the largest of its kind: some eleven thousand hectares of walnut, with wild apple, plum and maple let in between. It belongs to the state. What’s beneath it belongs, from the middle of September until the nuts are gone, to whoever has the lease of that patch, five hectares or so to a family, handed down for as long as the papers go back and somewhat longer. They bring carpets. They bring the television aerial, the hens, the cradle. Lamps are hung in the branches. On the second evening I could find my way by people’s curtains.",
    ),
    rule(),
    p(
      "Money changes its form up here. At a tent that’s a shop a kilo of nuts in the shell buys a packet of biscuits and a battery; the baker comes up with two donkeys and takes a measure of nuts for four loaves; children pay with pockets. Every second family has a dark-handed grandmother who says what the rate is, and the rate is what she says. The dye from the husks doesn’t come off for a month. In October you know in any queue in the valley who’s been in the forest.",
    ),
    p(
      "Buyers sit lower down, where the road can still bear a lorry. They have a scale and a hammer. From each sack they take ten nuts, crack them and lay the kernels in a row, light ones to the left: pale is worth nearly twice brown, and rain in the wrong week is a catastrophe that arrives without noise. This year it held off. A buyer from Jalal-Abad, a courteous man with a hammer of his own, spoke of 130 som a kilo in the shell, and 420 for light halves. They go to Turkey, he said, to be baked into something and flown back.",
    ),
    p(
      "Babur, who was born down in the plain, in Andijan, and lost it young, couldn’t think of Fergana for the rest of his life without thinking of what one could eat there. He ruled Kabul, he took Delhi, and in his memoirs he notes that a little town near Khujand has such excellent almonds that they’re carried as far as Hormuz and India. I read this aloud. ‘And the walnuts?’ asked Ulugbek’s mother. I looked. There was something about a melon. ‘He’ll have come in the wrong month,’ she decided.",
    ),
    rule(),
    p(
      "Not all is idyll. The cattle eat the seedlings, so that one sees grandparents of trees and few children. A man from the forestry office, who has 600 hectares and a motorbike, showed me the fences: small triangles of poles, each around a walnut as high as my knee. Some had been planted and some had only been found. He’d counted 1,140. ‘In eighty years,’ he said, ‘it’ll be a different conversation.’",
    ),
    p("The saying that goes with it I heard three times in a week, from three people, none of whom was smiling:"),
    quote(p("‘Our grandfathers planted, we eat. We plant; let the goats be kept away.’")),
    p(
      "On my last evening a wind got up before midnight. Nobody slept, and nobody minded. All over the mountain one could hear it come down, in the dark, by the tonne, without anyone having climbed. In the morning the slope was full of people bent double, as if the whole town had lost the same ring.",
    ),
  ),
};
