import { b, body, i, ol, p, rule } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "footbridge",
  slug: "a-village-votes-on-a-footbridge",
  headline: "Nine hundred voters, one footbridge and two million som",
  kicker: "Local budgets",
  standfirst:
    "Once a year the village councils of Kyrgyzstan have to ask in public what the money is for. In a valley above Naryn the answer took four hours and a walk.",
  teaser: "What a budget hearing sounds like when the whole village comes.",
  dateline: "Naryn",
  section: "politics",
  tags: ["kyrgyzstan", "local-government", "mining"],
  byline: ["kanat-jumaliev"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 6, at: "12:00" },
  body: body(
    p(
      "The hearing begins at two, which is to say when the bread has been taken out and the children are back from school to watch the cows. In the club, under a portrait of a milkmaid who is present in the second row, the head of the village government, the ",
      i("aiyl okmotu"),
      ", unfolds a sheet of paper and reads out what there is.",
    ),
    p(
      "There are 11.4 million som from the state, for salaries, and nobody will discuss them. There are 1.3 million from land tax and the market stalls. And there are 740,000 that a gravel quarry down the valley has paid for the year into the district fund, from where, after a season’s correspondence, they have come back up the river. That makes two million and forty thousand som about which a village of some nine hundred voters may have an opinion.",
    ),
    p("It has four:"),
    ol(
      "a new roof for the kindergarten, which was new in 1978;",
      "a footbridge to the summer pastures, in place of the one that left in the spring;",
      "street lamps, at least from the shop to the school;",
      "a fence for the cemetery, because of the calves.",
    ),
    rule(),
    p(
      b("Half past two. "),
      "A woman in a green cardigan, Anara, who has three grandchildren under the roof in question, asks how old the estimate is. It is from before the price of corrugated iron went up. It goes back into the folder.",
    ),
    p(
      b("Ten to three. "),
      "The shepherds speak. There are five of them, they sit by the door, and their case is short. The ford at Kara-Suu takes forty minutes longer than the bridge did, and in June, when the snow melts, it takes a sheep or two as well. ‘Last year it took my horse,’ says Maksat, 34. ‘He came out again. But he doesn’t like me any more.’",
    ),
    p(
      b("Twenty past three. "),
      "Someone says that lamps are for people who stay up too late. Someone younger says that girls walk home from volleyball in the dark. The room goes quiet, and the secretary writes it down word for word.",
    ),
    p(
      b("Four o’clock. "),
      "A deputy of the council, a retired driver, proposes what he calls the engineering solution: that everybody go and look. Everybody does. The procession to the river is led by the calves.",
    ),
    rule(),
    p(
      "On the bank it turns out that two of the four steel cables of the old bridge are still there, that the abutment on this side is sound, and that Maksat’s cousin has a welding machine. The estimate for the bridge, 1.6 million, was made for one in an empty place. There is arithmetic on the back of a cigarette packet. The head of the village, who has said little so far, says that he will have it checked by the district’s engineer and not by a cigarette packet. But when the hands go up, there on the stones, they go up for a bridge on the old cables and lamps for what remains.",
    ),
    p(
      "Public hearings on the budget are in the law on local government, and in many villages they consist of a notice on a door. What made this one different, the secretary says, was a mistake. She had written the sum on the invitation. ‘Usually we write: ",
      i("the budget will be discussed"),
      ". Nobody comes for that. This time I wrote: two million som, what for?’",
    ),
    p(
      "The kindergarten is first on the list for next year. Anara has asked that this be put in the minutes, and it has been, and she has asked for a copy.",
    ),
  ),
};
