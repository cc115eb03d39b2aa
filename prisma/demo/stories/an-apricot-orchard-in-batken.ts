import { body, p, quote, rule } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "batken-letter",
  slug: "an-apricot-orchard-in-batken",
  headline: "In Batken, an apricot orchard learns which country it is in",
  kicker: "Letter from the road",
  standfirst:
    "Since Kyrgyzstan and Tajikistan agreed on their border, surveyors with yellow tripods have been walking through people’s gardens. They are given tea, and advice.",
  teaser: null,
  dateline: "Batken",
  section: "politics",
  tags: ["kyrgyzstan", "tajikistan", "borders", "security", "fergana-valley", "letters-from-the-road"],
  byline: ["begimai-osmonova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 17, at: "07:30" },
  body: body(
    p(
      "Batken calls itself the land of the apricot, and from the road you believe it: grey hills, grey stones, and then, wherever somebody has led a ditch, a green so thick that it looks like a mistake. I came for the stones. There are supposed to be new ones, knee-high, numbered, painted on two sides in different colours.",
    ),
    p(
      "On 13 March 2025 Kyrgyzstan and Tajikistan signed the agreement on their border, all of it, nearly a thousand kilometres, after more than thirty years in which much of it had been a matter of memory. On the evening news it was a handshake and a pair of fountain pens. Here it arrives as two young men with a tripod, who knock at the gate and ask politely whether they may stand in the lucerne.",
    ),
    p(
      "‘They have a satellite,’ says Abdimalik, who is 71 and was the brigadier of this orchard when it had a number and not an owner. ‘I have the ditch. The satellite said that the line goes by the ditch. So I asked: which ditch? The one we dug in 1964 or the one that we dug in 1981 because the first was crooked? The satellite did not know.’",
    ),
    p(
      "He showed them. It took the whole morning. The 1964 ditch can be recognised by its willows, of which eleven are left. They wrote down every willow.",
    ),
    rule(),
    p(
      "One mustn’t make it prettier than it is. In the next village there’s a street where every second house is new, since the old ones burned; people there tell you the year in which they rebuilt, and leave out the reason. A teacher whom I shall call Gulnara keeps in a drawer the key of a house that no longer has a door. She’s in favour of the agreement. She also says that she would like to be in favour of it a little more slowly than the television.",
    ),
    quote(
      p(
        "‘Everybody asks whether we’re happy with the line. I would like to be asked that in ten years, when I’ve forgotten where it is.’",
      ),
    ),
    p(
      "Some families are on the wrong side of their own fields and will be given others. Lists exist; I have seen one on the wall of a village government, four pages, with plot numbers, and a pencil on a string for objections. By the time I came the pencil was short.",
    ),
    rule(),
    p(
      "The crossing was what I’d been told to see, so I saw it. For four years it was a concrete block. Now it is a barrier, a cabin, a kiosk for telephone cards and a queue of women with buckets, because the apricots on the Tajik side ripen five days earlier, and five days is a price. A bucket that costs 90 som in one village fetches 160 in the other, until the kiosk has done its multiplication and everybody knows. I watched two sisters-in-law find each other in the queue. They had kept in touch by telephone, but it turned out that one had not told the other how grey she had become. They laughed so much that the soldier lifted the barrier without looking at their passports, then remembered, and ran after them.",
    ),
    p(
      "When I went back to Abdimalik in the evening, the tripod was standing on his veranda, under a cloth, like a guest. The surveyors were eating. I asked him where the orchard was now. He pointed with a spoon. As far as the fifth row of trees it’s Kyrgyzstan. The sixth and seventh go over, fourteen old trees with hollow trunks.",
    ),
    p(
      "And whose are the apricots? He considered this. The man who gets them is called Sherali, he said, they had been in the same brigade, and Sherali had always claimed that he could prune better. ‘Now we’ll see.’",
    ),
  ),
};
