import { body, crosshead, p, quote, rule } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "aral",
  slug: "planting-a-forest-on-the-floor-of-the-sea",
  headline: "They are planting a forest where the herring used to be",
  kicker: "Aral Sea",
  standfirst:
    "South of what is left of the sea, tractors draw furrows across its bed and people drop in saxaul, one seedling every two paces. About half will live, which is a triumph.",
  teaser: null,
  dateline: "Muynak",
  section: "environment",
  tags: ["uzbekistan", "aral-sea", "water", "climate", "ifas"],
  byline: ["dilnoza-ergasheva"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 19, at: "06:30" },
  body: body(
    p(
      "The driver of the planting machine was born a fisherman. So it said in his father’s papers, so it would have said in his, and as a child Ametbay Kalmuratov was allowed to hold the rope. He is 58 now. He sits in a Belarus tractor, seventy kilometres from the nearest wave, and looks in the mirror to see whether the furrow is straight. ‘It’s the same work,’ he says. ‘You go out early, it’s flat, you see nothing, and you don’t know what you’ll get.’",
    ),
    p(
      "Behind him on two iron seats ride his niece and a student from Nukus. They have boxes on their knees, and every two seconds one of them drops a whip of saxaul, forty centimetres long, between two discs that close the sand over its root. It has no leaves and looks dead. A good pair plants 9,000 a day. In the evening their hands go on doing it.",
    ),
    crosshead("Why bother"),
    p(
      "When the Aral withdrew, it left behind a plain larger than many a country, and on the plain whatever had been in the water: salt, and what two generations of cotton had been sprayed with. On some sixty days of the year the wind picks it up. In Muynak that means a white sky, a taste on the teeth, and washing that has to be done twice. Doctors in Karakalpakstan have lists of what else it means.",
    ),
    p(
      "The sea will not come back here; in the south nobody has promised this for years. What can be done is to make the bottom lie still. A grown saxaul, a sort of tree in the way that a camel is a sort of horse, holds down, foresters say, up to four tonnes of sand with its roots. It wants no watering. It asks only for the first two years not to be too dry, too salty, or too full of goats.",
    ),
    p(
      "More than a million and a half hectares have been sown or planted on the Uzbek side since 2018, a good part of it from the air. Under the International Fund for Saving the Aral Sea the five states have been talking about shelter belts for thirty years. The difference, says the forester who has come with us, is tractors.",
    ),
    crosshead("The census"),
    p(
      "He is called Polat Seytov, carries a hoop of wire a metre across, and throws it backwards over his shoulder, so that he cannot choose. Whatever stands within the hoop he writes down. First throw: nothing. Second: a seedling, brown, which he scratches with a thumbnail; green underneath; alive. Third: the print of a hare. Fourth: two, knee-high, with blossom like dust. Where it is sandy, sixty in a hundred live. On the hard clay with the white bloom it is eight, and for that he has tried hollows, mulch, a fence of reeds, and swearing.",
    ),
    quote(
      p(
        "‘People ask me for a percentage. On the average I have half a forest. But a plant doesn’t grow on the average. You have to find out where it wants to be. The sea also had its places.’",
      ),
    ),
    rule(),
    p(
      "Towards noon we eat in the shade of the tractor, the only one there is. There is fish from a pond, in newspaper. The niece, who is twenty, has gone a little way off and comes back with something in her palm: a shell, a small ribbed cockle, unbroken. She has found hundreds of these. She puts it into her box among the seedlings.",
    ),
    p(
      "From the ridge behind the camp one sees the oldest planting, of 2006. It is taller than a man. There is shade under it and a beetle, and the wind, when it comes in over the plain with its flag of dust, goes up over the first row like something that has changed its mind. Kalmuratov takes off his cap and listens. I ask what he hears. It is a sound that he had forgotten, he says. It is not water. But it comes in and goes out.",
    ),
  ),
};
