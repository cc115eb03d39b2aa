import { body, p, quote } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "carpets",
  slug: "a-knot-is-one-second",
  headline: "A knot is one second, and a carpet is a year of three women",
  kicker: null,
  standfirst:
    "Turkmen weavers count without numbers. Our writer went back to the loom under which she used to do her homework.",
  teaser: null,
  dateline: "Mary",
  section: "culture",
  tags: ["turkmenistan", "crafts", "unesco"],
  byline: ["maral-hojayeva"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 22, at: "19:00" },
  body: body(
    p(
      "My grandmother’s loom lay on the ground, as the looms of people do who used to move house every month, and when she and my aunts sat on it side by side I fitted underneath with a torch and a reading book. From there a carpet is knots, only knots, row upon row of little hard knees. I was seven before I saw that there was a pattern on the other side.",
    ),
    p(
      "They talked all day and never lost count, because they didn’t count. The middle one said ‘in’, ‘one more’, ‘now the bird’; the other two’s hands followed. A practised weaver ties a knot in about a second. A square metre of good work has some three hundred thousand of them. The carpet by the door of my flat in Bishkek, two by three, therefore contains, in knots alone, five hundred hours, a third each of my grandmother, of Aunt Ogulnabat and of Aunt Jeren, who could not stand each other. The rest of the year went into the wool, the dye, the iron comb that beats down every row, and dinner.",
    ),
    p(
      "Since 2019 this has been on UNESCO’s list of the heritage of mankind. My grandmother didn’t live to hear of it. I told Aunt Jeren, who still weaves, with a photograph of Ogulnabat before her at the loom’s other end.",
    ),
    quote(p("‘Heritage,’ she said. ‘And who’s going to comb the wool?’")),
  ),
};
