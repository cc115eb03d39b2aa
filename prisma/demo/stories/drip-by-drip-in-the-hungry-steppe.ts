import { body, crosshead, p, quote } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "cotton-drip",
  slug: "drip-by-drip-in-the-hungry-steppe",
  headline: "Drip by drip, cotton growers in the Hungry Steppe learn to water less",
  kicker: "Irrigation",
  standfirst:
    "Black hoses have replaced the flooded furrow on a growing share of Uzbekistan’s fields. The saving is real. So are the mice.",
  teaser: null,
  dateline: "Gulistan",
  section: "economy",
  tags: ["water", "farming", "uzbekistan"],
  byline: ["dilnoza-ergasheva"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 29, at: "13:10" },
  body: body(
    p(
      "In July you used to hear a cotton field being watered from the road: a gurgle, a shout, a spade. Now Bakhtiyor Umarov has to pull out a plug and hold it to a visitor’s ear to prove that anything is happening at all.",
    ),
    p(
      "What is happening is 1.6 litres an hour, from each of some 780,000 holes, along 230 kilometres of hose, one to every second row of his 42 hectares near Gulistan. The steppe around here was called hungry long before it was ploughed. It was made to feed itself in the 1960s with a canal, and the canal made it salty, and for the salt there was a remedy, which was more water.",
    ),
    p(
      "Umarov’s father flooded the furrows five times a season, 8,000 cubic metres to the hectare if you believed the book and more if you looked at the ditch. The son uses about 4,600. The rest of it stays in the canal for the next village, or at least sets out in that direction.",
    ),
    crosshead("The sums"),
    p(
      "A system like his costs 22 to 27 million sum a hectare. The state pays back a part if the work is accepted; a loan covers most of the remainder. Fertiliser goes through the hose and not into the ground water, which saves a third. Weeds do not grow where nothing is wet, so women from three villages who used to be hired for hoeing have not been hired. ‘They ask me about that in the shop,’ he says. ‘I have no good answer. Two of them now mend hoses.’",
    ),
    p(
      "In his first year the yield fell. He had watered by the calendar, as one does, and the cotton, which had been promised rivers, shed its bolls. In his second he bought a probe. In his third he brought in 4.1 tonnes to the hectare, against 2.9 with the furrows. ‘The hose doesn’t save water. It lets you save it. You can drown cotton drop by drop too. It takes longer, and it’s more expensive.’",
    ),
    crosshead("What the hose does not like"),
    p(
      "First, silt: the canal runs brown, and without a settling pond and two sand filters the holes close within a month. On three farms nearby we saw hoses rolled up behind the barn for this reason. Second, power: the pump needs thirty-seven kilowatts at the hours when everybody wants them. Third, mice, which gnaw the tape to drink. Umarov puts out bowls.",
    ),
    p(
      "And last, the salt, which has not read the brochure. With floods it was washed down; with drops it gathers at the edge of the wet bulb, a white ring around every plant. Every second winter he still has to flood the field, with water from a quota that assumes he no longer needs it.",
    ),
    quote(
      p("‘The engineer says it’s a system. It’s a cow. You get up at four, and it wants something.’"),
      p("Bakhtiyor Umarov, farmer"),
    ),
    p(
      "At the pump there is a meter, the first on this canal, with seven digits behind a little window. The neighbours come to look at it. They are not interested in how much he uses, Umarov says. They want to know whether it can be seen from the road.",
    ),
  ),
};
