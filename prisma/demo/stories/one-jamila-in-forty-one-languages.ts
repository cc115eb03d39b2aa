import { body, i, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "jamila",
  slug: "one-jamila-in-forty-one-languages",
  headline: "A teacher in Talas owns Jamila in forty-one languages and reads two",
  kicker: "Books",
  standfirst:
    "It began with a parcel that had been wrongly addressed. Now the shelf holds Aitmatov’s love story in Faroese.",
  teaser: null,
  dateline: "Talas",
  section: "culture",
  tags: ["chinghiz-aitmatov", "kyrgyzstan", "language", "education"],
  byline: ["aruzhan-bekturova"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 16, at: "14:30" },
  body: body(
    p(
      "The opening of ‘Жамийла’ Kenjebek Saadanov knows in forty-one languages. He has learned them as one learns a song in a foreign church, by the sound, and recites them while he waters his tomatoes. Somebody stands before a little painting in a simple frame. Tomorrow he has to go home. The Japanese is his favourite, since the picture comes last.",
    ),
    p(
      "He taught literature at the school in Talas for 36 years, some forty kilometres from Sheker, where Chinghiz Aitmatov was born and where half the old people are able to tell you which of them is in which book. In 1989 the post brought him a parcel from Budapest meant for another Saadanov. It contained a primer on beekeeping and, as wadding, a novella of ninety pages in Hungarian, in whose first paragraph he made out a name. He wrote to the publisher to confess. The publisher sent him the Finnish one.",
    ),
    p(
      "Since then it has not stopped. Pen-friends, embassies, a sailor, a nun. From Paris came the translation by Louis Aragon, who in his preface called the book the most beautiful love story in the world, which in Talas is considered a fair summary. A dentist from Tórshavn made the Faroese one herself, on a typewriter, in two copies: one for Saadanov and one for the man for whom she had made it.",
    ),
    p(
      "Does one not always get the same? He fetches two, a Spanish and a German, and opens them where Daniyar, the silent one, starts to sing on the road from the station. In one the passage takes eleven lines, in the other sixteen. ‘The song is equally long,’ he says. ‘So what have the Germans put in? I have been asking for thirty years. A colleague from Kassel says: ",
      i("commas"),
      ".’",
    ),
    p(
      "Beside the Faroese on the shelf there is a gap, exactly one typescript wide. It is for the other copy, in case he ever no longer needs it.",
    ),
  ),
};
