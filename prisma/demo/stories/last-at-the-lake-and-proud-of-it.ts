import { body, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "marathon",
  slug: "last-at-the-lake-and-proud-of-it",
  headline: "Seven hours for 42 kilometres: last at the lake, and cheered",
  kicker: "Running",
  standfirst: "The final finisher of the Issyk-Kul marathon stopped twice, once to milk.",
  teaser: null,
  dateline: "Cholpon-Ata",
  section: "sport",
  tags: ["kyrgyzstan", "issyk-kul"],
  byline: ["yerlan-tazhibek"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 10, at: "20:10" },
  body: body(
    p(
      "The winner needed two hours and twenty-six minutes, at 1,600 metres above the sea, into the wind. He had been for a swim, eaten, and gone to bed before the result list was complete.",
    ),
    p(
      "Number 718 came in after seven hours and four minutes. Gulsun Apasova, 67, a dairywoman from Bosteri, ran in galoshes and a headscarf. The arch had been folded up; the timekeeper had kept a table and a stopwatch, because, he said, it did not feel right. Her course led past her own gate at kilometre nineteen, where a cow was due. ‘One can’t explain a marathon to a cow.’ Sixteen litres, eleven minutes. The second stop she does not wish to discuss.",
    ),
    p(
      "Will she be back? She has to, she says. It is about the medals. Last year’s went to the eldest grandchild, this one goes to the second, and there are four more.",
    ),
  ),
};
