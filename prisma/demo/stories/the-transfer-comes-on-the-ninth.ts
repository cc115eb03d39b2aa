import { a, body, crosshead, money, p, pullQuote, rateBox, table } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "remittances",
  slug: "the-transfer-comes-on-the-ninth",
  headline: "The transfer comes on the ninth, and the village goes down to meet it",
  kicker: "Remittances",
  standfirst:
    "In the Bartang valley a bank on wheels calls twice a month. What it pays out was earned 4,000 kilometres away and, as the saying goes, is spent before the van has turned round. We asked six families to keep accounts.",
  teaser: "Six families in the Bartang valley kept an account book for us for three months.",
  dateline: "Rushan",
  section: "economy",
  tags: ["migration", "tajikistan", "pamir"],
  byline: ["firuz-nazarzoda"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 20, at: "08:40" },
  body: body(
    p(
      "The van is white and has a window in its side like an ice-cream seller’s. It comes up the Bartang on the ninth and the twenty-fourth, if the river has left the road where it was. By the time that it stops, under the mulberry tree with the bench, there is a line of some forty people: women mostly, two old men with sticks, and a boy of eleven with a plastic folder who has been sent because he can read the screen.",
    ),
    p(
      "Money sent home by those who work abroad makes up a larger part of the economy in Tajikistan than almost anywhere; the ",
      a("World Bank", "https://www.worldbank.org/"),
      " has put it at well over a third of national income in recent years. It is a figure that everyone quotes and nobody has met. We wanted to meet it. Six families in two villages agreed to write down, for three months, what came through the window in the van and where it went. The names they wished to keep to themselves. The numbers they gave gladly, once one of them had started, since each was curious whether hers were normal.",
    ),
    crosshead("What came"),
    p(
      "Eleven transfers for six families in three months: nine from Russia, one from Kazakhstan, one from a cousin in Korea, who had never sent before and wrote under purpose of payment, ‘for the roof, and so that Grandmother stops saying it’. The smallest was ",
      money("900", "TJS"),
      ", the largest ",
      money("7400", "TJS"),
      ". None came on the day that had been promised, and none was more than four days late.",
    ),
    p(
      "The senders were three husbands, four sons, a daughter who cleans trains in Yekaterinburg, and the cousin. Five of them sleep in the same room as at least five others. They did not write this down. Their mothers did, in the margin.",
    ),
    crosshead("Where it went"),
    p(
      "Of each hundred somoni, 38 became food: flour, oil, sugar, tea, in that order and in sacks. Nineteen were debt, which here has the form of a notebook in the shop and is paid before anything else, because the shopkeeper is a relation. Fourteen went for school, from boots to a share in the new football for the class. Eleven for medicine. Nine for building, six for weddings and funerals, other people’s included.",
    ),
    table(
      "Of each hundred somoni",
      ["Spent on", "Somoni"],
      ["Food", "38"],
      ["Debt in the shop", "19"],
      ["School", "14"],
      ["Medicine", "11"],
      ["Building", "9"],
      ["Weddings and funerals", "6"],
      ["In no column", "3"],
    ),
    p(
      "That makes ninety-seven. The remaining three are the interesting ones. All six women put something aside that appeared in no column, and said so only when we had added it up and asked. One keeps it in a samovar. One buys a hen. One lends it, at no interest, to whoever’s transfer is late, and holds that this is the safest bank in the valley, because its debtors have to walk past her door to fetch water.",
    ),
    pullQuote("It is a figure that everyone quotes and nobody has met."),
    crosshead("What did not go anywhere"),
    p(
      "Much has been written about remittances that might be invested and are merely eaten. In Bartang one can see what the sentence leaves out. Between two readings of the account books a landslide took 200 metres of irrigation channel. There is no column for that either. Those who had received money that fortnight gave for cement; those who had not gave days. In a week the water was back.",
    ),
    p(
      "The channel feeds forty-four plots, thirty of which belong to men who are not here. Potatoes stand on them, earthed up, in rows as straight as if they had been drawn from a long way off.",
    ),
    p(
      "The boy with the folder had counted the notes twice, at the window and again on the bench. Then he rang a number in Samara to say that it had come. It was all there, he reported. He was asked something. ‘No,’ he said, ‘I haven’t grown. I’ll tell you when I have.’",
    ),
    rateBox("TJS", "live"),
  ),
};
