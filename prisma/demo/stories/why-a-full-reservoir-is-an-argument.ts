import { a, b, body, crosshead, embed, factBox, p, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "toktogul",
  slug: "why-a-full-reservoir-is-an-argument",
  headline: "Why a full Toktogul reservoir is the start of an argument",
  kicker: "How it works",
  standfirst:
    "The same cubic metre can warm a flat in January or water a field in July. Here is who would like it when, and what it has to do with a singer.",
  teaser: null,
  dateline: null,
  section: "environment",
  tags: ["water", "energy", "kyrgyzstan", "toktogul-satylganov", "ifas", "how-it-works"],
  byline: ["kanat-jumaliev"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 31, at: "12:40" },
  body: body(
    p(
      "Every evening, after the weather and before the film, a number appears on Kyrgyz television for which most countries would have no use: how many billion cubic metres there are in Toktogul. People plan by it. Above fifteen, one may buy an electric heater. Under ten, one looks for the candles.",
    ),
    factBox(
      "Toktogul in numbers",
      ul(
        [
          b("19.5 billion cubic metres"),
          ": what the lake holds when full. About 5.5 billion of it lies below the intakes and cannot be used.",
        ],
        [b("215 metres"), ": the height of the dam on the Naryn, finished in the 1970s."],
        [
          b("1,200 megawatts"),
          ": the original power of its four turbines, which are being replaced with stronger ones.",
        ],
        [b("Four more stations"), " lie below it and use the same water again."],
      ),
    ),
    embed("https://www.openstreetmap.org/#map=10/41.79/72.85", "The lake and the dam, on the map"),
    crosshead("The argument"),
    p(
      "The dam was built for cotton. In the Soviet plan water was held back in winter and let out in summer for the fields of the Uzbek and Kazakh republics, and for this the Kyrgyz one got coal, gas and oil for its stoves. When the plan ended, so did the fuel, and the Kyrgyz began to do with Toktogul what anyone would do who was cold: they let the water out in January, through the turbines.",
    ),
    p(
      "Since then each year has had to be agreed on by itself. In its simplest form the bargain goes: the neighbours supply electricity in the winter, Kyrgyzstan saves water, and gives the electricity back in the growing season together with what flows through the turbines to make it. It is barter, with a meter. In dry years it is hard, and in dry years it is needed. The rest is done by the ",
      a("water commission", "https://www.icwc-aral.uz/"),
      " under the International Fund for Saving the Aral Sea, whose minutes are the dullest reading in Central Asia, and for that reason among the best news in it.",
    ),
    p(
      "The long answer is another dam, above the first, so that one of them can work for the winter and the other for the summer. Kambarata-1 has been drawn, priced, postponed and redrawn since the eighties. That it is now being planned by Kyrgyzstan, Kazakhstan and Uzbekistan together is perhaps the real innovation: for the first time those who need the water would own some of the wall.",
    ),
    crosshead("And the singer"),
    p(
      "The valley under the lake was called Ketmen-Töbö. Toktogul Satylganov was born there in 1864, played the komuz so well that it got him into trouble with his betters, and was sent to Siberia, from where he walked home. The reservoir was named after him, and then it covered his pastures. Of his pieces the one that is heard most often around the lake lasts under three minutes and has no words. Old people say that if you want to know how the valley went, you should watch the player’s left hand.",
    ),
  ),
};
