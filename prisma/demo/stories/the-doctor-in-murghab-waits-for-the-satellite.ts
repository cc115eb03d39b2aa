import { body, crosshead, p, quote } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "murghab",
  slug: "the-doctor-in-murghab-waits-for-the-satellite",
  headline: "The doctor in Murghab has forty minutes of satellite and a list",
  kicker: "Medicine",
  standfirst:
    "At 3,650 metres the nearest hospital of any size is eight hours away by road. On two afternoons a week a heart specialist is on the wall.",
  teaser: null,
  dateline: "Murghab",
  section: "society",
  tags: ["health", "tajikistan", "pamir", "transport"],
  byline: ["firuz-nazarzoda"],
  language: "en",
  state: { planInDays: 2, at: "07:00" },
  writtenAt: { daysAgo: 1, at: "16:10" },
  body: body(
    p(
      "At five to three the corridor of the Murghab hospital holds its breath. Dr Gulbarchyn Atambekova has put the patients in the order in which they will be shown, wrapped in coats: heart, heart, child, thyroid, heart, and an old man who has been told that he need not come but would like to see how it works. On the roof a nurse sweeps snow from the dish with a broom. At three the wall lights up, and on it, rather green, sits a professor in Dushanbe with his tea.",
    ),
    p(
      "They have forty minutes. More is not paid for, and after that the sun is behind the ridge and the batteries have to be kept for the incubator.",
    ),
    crosshead("What can be seen from there"),
    p(
      "He can read a cardiogram, which she holds up to the lens. He can listen, over a stethoscope with a cable, and sometimes shuts his eyes, and then everybody on the Pamir side does too. He cannot smell, she says, and one has to be told that: ‘He asks me and I say: acetone, or smoke, or nothing. I have become quite a good nose.’",
    ),
    p(
      "What changed most is not the treatment. It is the road. Before the dish she would send one patient in three down to Khorog, eight hours on a good day, across a pass of 4,270 metres, in whatever was going. Some did not need to go at all and others should not have been moved. Now it is one in nine. In the book where the drivers sign there are pages with no signature from Monday to Monday.",
    ),
    quote(p("‘I used to decide at the door, with the engine running. Now there are two of us to be wrong.’")),
    crosshead("The last four minutes"),
    p(
      "When the list is finished there is usually some time left over. The first time, nobody knew what to do with it. Then the old man, who had been sitting by the stove, got up, walked over to the wall and asked the professor how the apricots were down there this year, and whether it was true about the trolleybuses. It has become a custom. The professor has begun to prepare for it; last week he carried the camera to the window.",
    ),
    p("Atambekova calls this part of the consultation ‘general condition’, and she enters it in the book."),
  ),
};
