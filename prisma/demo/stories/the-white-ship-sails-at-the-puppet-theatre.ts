import { b, body, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "white-ship",
  slug: "the-white-ship-sails-at-the-puppet-theatre",
  headline: "A boy of lime wood swims out to the White Ship",
  kicker: "Theatre",
  standfirst: "The puppet theatre in Bishkek rehearses Aitmatov, and argues about the end.",
  teaser: null,
  dateline: "Bishkek",
  section: "culture",
  tags: ["chinghiz-aitmatov", "bishkek", "kyrgyzstan", "crafts"],
  byline: ["maral-hojayeva"],
  language: "en",
  state: "draft",
  writtenAt: { daysAgo: 1, at: "18:25" },
  body: body(
    p(
      "The boy is forty-six centimetres tall and has no face. ‘He had one,’ says Asel, who carved him out of lime and took it off again with a chisel. ‘The children in the first row kept looking at whether he was sad. Now they look at where he’s looking.’",
    ),
    p(
      "Where he is looking is a bolt of blue silk that two stage hands move from the wrist. Far out on it, the size of a thumb, with a lamp inside: the ship.",
    ),
    p(
      "Aitmatov’s novella of 1970 does not end well, and that is the question. A boy who lives with his grandfather in the forest above Issyk-Kul has two fairy tales, his own about the ship and the old man’s about the Horned Mother Deer, and after a terrible evening he has none, and goes into the river to become a fish. Can one do that at eleven in the morning for children of seven?",
    ),
    p(
      b(
        "[The director says yes, ring her again for the reason. Grandfather = who? Check the name and the spelling. Second visit: the run-through.]",
      ),
    ),
  ),
};
