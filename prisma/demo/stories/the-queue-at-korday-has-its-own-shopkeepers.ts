import { b, body, crosshead, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "korday",
  slug: "the-queue-at-korday-has-its-own-shopkeepers",
  headline: "The queue at Korday has shopkeepers, a barber and its own time zone",
  kicker: "Market day",
  standfirst:
    "Twenty-four hours at the busiest crossing between Kazakhstan and Kyrgyzstan, where a lorry moves at the speed of tea.",
  teaser: null,
  dateline: "Korday",
  section: "economy",
  tags: ["kazakhstan", "kyrgyzstan", "china", "borders", "trade", "transport", "market-day"],
  byline: ["yerlan-tazhibek"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 8, at: "11:30" },
  body: body(
    p(
      b("05:50. "),
      "The River Chu steams. On the bridge over it two countries begin, and on the road that leads to the bridge from the north stand 186 lorries. A boy on a bicycle has counted them; he sells the number to late arrivals for 50 tenge, with a discount for regulars.",
    ),
    p(
      b("06:30. "),
      "Samsa. There are two suppliers. One drives along the queue from the front and sells to the impatient, the other comes from the back and has the better onions. They meet near number 90, and do not greet each other.",
    ),
    p(
      b("07:15. "),
      "The pedestrians’ gate is a different border. It moves. Students cross with a rucksack and a yawn; a woman called Roza crosses for the third time today, with a bag of a size that customs officers describe as ‘for personal use’ and Roza as ‘for a large person’. Socks, from Dordoi, the container market outside Bishkek. Before that they were in Urumqi. On the far side somebody’s sister has a stall, and by nine they will be Almaty socks.",
    ),
    p(b("08:40. "), "The X-ray machine has started. One hears it by the silence: engines off."),
    p(
      b("10:00. "),
      "Vasily, 58, number 61, onions for Novosibirsk, has hung a mirror on his door handle, and a driver from Talas is cutting his hair. The barber’s trade has been in the queue since the winter when the wait was five days. He takes no money; he takes a place. Whoever is shaved lets him in ahead. In this fashion he has come forward eleven places since last evening, and will not need to wait at all if somebody up there has a beard.",
    ),
    crosshead("What waiting costs"),
    p(
      "A refrigerated trailer burns about three litres of diesel an hour to stand still. A load of tomatoes loses, a buyer in the queue estimates, one per cent of its price every six hours and then, quite suddenly, all of it. Both governments know this. There have been electronic queues, express lanes, a second weighbridge, joint inspections that were to replace two inspections and for a while made three. Since both countries belong to the Eurasian Economic Union there is no customs duty to collect on most of what passes. There is only the checking that there is none to collect.",
    ),
    p(
      "‘Do you want to hear what has helped?’ asks an officer in the dispatcher’s cabin, who is not allowed to be quoted and so is not. It was a list of telephone numbers. Each side now has the mobile of the other side’s shift leader. When the scanner fails, nobody writes a letter.",
    ),
    crosshead("Evening and night"),
    p(
      b("17:20. "),
      "The queue is down to 140, and a rumour runs along it from the bridge like a dog: the second lane will open. Engines. The second lane does not open. Engines off.",
    ),
    p(
      b("19:00. "),
      "By the clock the sun sets an hour later on the southern bank than on the northern. Since Kazakhstan moved to a single time zone in 2024, the bridge, which is 100 metres long, takes an hour to walk in one direction and is crossed before one has left in the other. Drivers go by the soup van.",
    ),
    p(b("23:30. "), "Somebody plays the dombra, badly and softly. From a cab with Kyrgyz plates comes the correction."),
    p(
      b("05:10. "),
      "Number 61 rolls on to the bridge. It has taken Vasily thirty-one hours to come four kilometres. In the middle, above the water, he puts on his good shirt.",
    ),
  ),
};
