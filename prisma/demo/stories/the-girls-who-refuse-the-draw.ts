import { b, body, crosshead, p, quote } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "chess",
  slug: "the-girls-who-refuse-the-draw",
  headline: "At a chess school in Khujand the girls no longer agree to a draw",
  kicker: "Chess",
  standfirst:
    "Sixty pupils, nineteen boards and a house rule imported from Yerevan: nobody may stop before move thirty.",
  teaser: null,
  dateline: "Khujand",
  section: "sport",
  tags: ["tajikistan", "armenia", "education"],
  byline: ["zarina-holmatova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 7, at: "17:15" },
  body: body(
    p(
      "Madina Hakimova, nine, has lost her queen, and swings her legs. Opposite her sits a boy of thirteen with the beginnings of a moustache. ‘Draw?’ she offers. ‘But I’m winning,’ says the boy. ‘Not yet,’ says Madina.",
    ),
    p(
      "He ought to have known better than to answer. In this room, up a flight of stairs above a shop for curtain rails, a draw cannot be agreed on before the thirtieth move, nor may one resign before it. It is move twenty-two. On move twenty-six he captures a rook and on move twenty-nine he sees why it was standing there.",
    ),
    p(
      "The rule came in with Sitora Nazarova, who has taught here since the school was one table in a tea-house. Some years ago she spent a month in Armenia, where chess has been a compulsory subject in primary school since 2011, and sat at the back of classes in Yerevan, taking notes. What she wrote down had little to do with openings. Children there shook hands before the game and, this was new to her, told each other afterwards what they had been afraid of.",
    ),
    quote(
      p(
        "‘In our culture, and at our age, a girl is taught to make peace. It’s a fine thing. But first one ought to find out how one stands.’",
      ),
    ),
    crosshead("Results"),
    p(
      b("Of the school’s sixty pupils"),
      " thirty-four are girls; six years ago there were five. At the regional under-twelves they took the first four places, and the organisers, who had bought a single cup with a small golden king on its lid, exchanged the king for a queen with the help of some glue.",
    ),
    p(
      "Nineteen boards is too few. The remaining children play blind in the corridor, back to back, calling out the squares, a thing that Nazarova introduced for want of furniture and which has turned out to be her best idea. From below the curtain-rail man bangs on the ceiling when it gets too loud. He bangs, she has noticed, only in bad positions. For some time now he has been following the games.",
    ),
    p(
      "And Madina? On the board there are in the end two kings and nothing else. It is move fifty-eight. ‘Draw?’ asks the boy. She looks at the position from the left, then from the right, in case there is anything still to be had from it. ‘All right,’ she says, and gives him her hand. ‘I was afraid of your horse.’",
    ),
  ),
};
