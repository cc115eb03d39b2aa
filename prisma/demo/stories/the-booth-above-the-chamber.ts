import { body, crosshead, i, p, quote, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "interpreters",
  slug: "the-booth-above-the-chamber",
  headline: "The booth above the chamber, where parliament becomes bilingual",
  kicker: "How it works",
  standfirst:
    "In Bishkek a speech may begin in Kyrgyz, quarrel in Russian and end in a proverb. Behind a pane of glass two people have half a second for each.",
  teaser: "Half a second for every proverb: a morning with parliament’s interpreters.",
  dateline: "Bishkek",
  section: "politics",
  tags: ["kyrgyzstan", "bishkek", "language", "chinghiz-aitmatov", "how-it-works"],
  byline: ["clare-haddow", "kanat-jumaliev"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 11, at: "09:00" },
  body: body(
    p(
      "The red lamp goes on, and Nazgul Shamshieva starts to speak four words before she knows what she is going to say. This is the trade’s basic posture. The deputy at the lectern below has opened with a subordinate clause; in Kyrgyz the verb comes last, and until it comes nobody, perhaps including the deputy, can tell whether the government is to be thanked or dismissed. In Russian, though, something has to be in the headphones. ‘So I say: ",
      i("With regard to the draft budget, dear colleagues"),
      "’, she explains afterwards. ‘With regard to is my waiting room. One can sit there for quite a while.’",
    ),
    p(
      "Kyrgyz is the state language and Russian an official one, and sittings are held in whichever the speaker prefers, sometimes sentence by sentence. Between the two languages sits a booth of plywood and glass on the gallery, three metres by two, with two chairs, two microphones, a bowl of dried apricots and a dictionary that is used to prop the window. The interpreters work in pairs and change every twenty minutes. Longer than that, and the brain, says Shamshieva’s partner Ruslan, ‘begins to agree with everybody’.",
    ),
    crosshead("Things that cannot be hurried"),
    p("On a sheet taped to the glass the pair keep a list of what has defeated them. This season’s has, among others:"),
    ul(
      [
        "‘Төө көрдүңбү? – Жок’, literally ",
        i("Have you seen a camel? No"),
        ", said of a witness who prefers not to be one;",
      ],
      ["‘уят болот’, ", i("it will be shameful"), ", which in Kyrgyz ends an argument and in Russian begins one;"],
      [
        "‘прошу прощения, но нет’, ",
        i("I beg your pardon, but no"),
        ", for which Kyrgyz courtesy has no form short enough;",
      ],
      "every number above ten thousand, since the speaker reads it and the interpreter has to hear it;",
      "jokes.",
    ),
    p(
      "For jokes there is a professional method, older than parliaments. ‘The deputy is now telling a joke,’ one says into the microphone. ‘It cannot be translated. Please laugh.’ Ruslan has used it twice in nine years, and both times it brought down the house.",
    ),
    crosshead("An example on the wall"),
    p(
      "Between the two chairs hangs a photograph of Chinghiz Aitmatov, cut from a calendar. He is not there as a classic. He is there as a colleague: he wrote in both languages and carried a good many of his own books across from one to the other, and in the booth this is considered the most enviable working arrangement in the history of the profession. The author could be asked what he had meant.",
    ),
    p(
      "Shamshieva learned her Kyrgyz in At-Bashy and her Russian from a neighbour, a Volga German who taught physics. Simultaneous interpreting she learned from a cassette recorder, speaking over the news for a year until her mother asked whether she was ill. There is now a course for it at the university, with six places and thirty applicants.",
    ),
    quote(
      p(
        "‘People think that we have two languages in our heads. It’s rather the other way round. While the lamp is on, there’s nobody in my head at all. They walk through it, and I hold the door.’",
      ),
    ),
    p(
      "Is anyone listening? The sound engineer can see how many headphones are switched on. On most mornings it is about thirty, nearly all of them among journalists and guests, since nearly everyone in the chamber understands both. But on days when tempers rise, he says, the number rises with them. Deputies put on the headphones to hear what their opponent has just said, in the other language, in a calm voice.",
    ),
    p(
      "Shortly before one o’clock the lamp goes out in the middle of a sentence. Shamshieva finishes it anyway, with the microphone off. She had been waiting for that verb.",
    ),
  ),
};
