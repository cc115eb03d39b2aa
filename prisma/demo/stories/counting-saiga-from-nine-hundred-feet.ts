import { body, i, p, quote } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "saiga",
  slug: "counting-saiga-from-nine-hundred-feet",
  headline: "To count a million antelopes, look out of the left-hand window",
  kicker: "Steppe",
  standfirst:
    "Once a year small aircraft cross the steppe in straight lines. Between the wing strut and a strip of tape, somebody is counting saiga.",
  teaser: null,
  dateline: "Arkalyk",
  section: "environment",
  tags: ["kazakhstan", "wildlife", "climate"],
  byline: ["yerlan-tazhibek"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 27, at: "10:00" },
  body: body(
    p(
      "There is one rule for the observer, says Saule Ibraeva, who has the left-hand window and is tying back her hair in order to obey it: you do not look at the animals. You look at the gap. On the wing strut of the old biplane is a piece of red tape, on the window another, and when the aircraft flies at the right height the space between them sweeps over a ribbon of steppe 500 metres wide. What is in the ribbon counts. What is not may be as beautiful as it likes.",
    ),
    p(
      "She counts aloud, in tens, on to a tape. At 160 kilometres an hour a herd of saiga passes in four seconds, sand-coloured on sand, and gives itself away by its shadow, by a flicker, by the fact that all the stones are running in the same direction. If there are more than 200, she presses the shutter and says ",
      i("photo"),
      ". The rest is done on a screen in the winter, with a pencil for the ones behind the other ones.",
    ),
    p(
      "Twenty years ago one could count them without a photograph. After the hungry nineties, when the horns went abroad and the meat into every second pot, there were some twenty thousand left in all Kazakhstan, in three groups that no longer met. Wardens were hired, reserves drawn on the map, and it went up. Then in May 2015 more than two hundred thousand lay dead on the steppe within three weeks, from a bacterium that they had always carried and that turned on them in a warm, wet spring. Ibraeva was there too. She counted those on foot.",
    ),
    p(
      "And it went up again. A saiga has its first calf at one year, and after that mostly twins, and in the past few springs the totals have come with six zeros. ‘When I said on the radio that we had passed a million, the pilot asked me to repeat,’ she says. ‘I thought the connection was bad. He was crying.’",
    ),
    p(
      "Now there are people for whom they are too many. Farmers in the west of the country have seen a field of young wheat eaten flat in a morning. In the tea-room at Arkalyk airfield a man whose brother farms there sits down across from the crew, puts his cap on the table and asks, quite politely, whether they could not count a little less. An answer takes till the second pot. What is counted can be talked about, Ibraeva tells him: how many, where, in which week, next to whose fence. What is only guessed at is either sacred or vermin.",
    ),
    quote(p("‘My brother would like to know,’ says the man with the cap, ‘which of the two he’s supposed to be.’")),
    p(
      "In the afternoon the wind drops and they fly two more lines, thirty kilometres apart, dead straight, out and back. On the second there is nothing for forty minutes but the shadow of the aircraft. It is among the most important things she does all day: she says zero, every minute, aloud.",
    ),
  ),
};
