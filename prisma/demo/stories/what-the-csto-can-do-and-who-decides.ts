import { a, b, body, crosshead, i, ol, p, quote, ul } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "csto-explained",
  slug: "what-the-csto-can-do-and-who-decides",
  headline: "What the CSTO can do, what it cannot, and who decides",
  kicker: "How it works",
  standfirst:
    "The alliance has a treaty of eleven articles, a staff in Moscow and forces that exist mainly on lists. Eight questions that readers ask us, answered.",
  teaser: null,
  dateline: null,
  section: "security",
  tags: ["csto", "defence", "security", "armenia", "kyrgyzstan", "how-it-works"],
  byline: ["kanat-jumaliev"],
  language: "en",
  state: "live",
  publishedAt: { daysAgo: 24, at: "08:00" },
  body: body(
    p(
      "Whenever there is shooting on a border between Brest and Khorog, somebody asks what the Collective Security Treaty Organization is going to do about it, and somebody else answers: nothing. Both deserve a longer reply.",
    ),
    crosshead("The rules"),
    crosshead("What was promised, exactly?", 3),
    p(
      "The treaty was signed in Tashkent on 15 May 1992, when the armies of the new states were still dividing up the lorries of the old one. Its heart is Article 4. Aggression against one member is regarded as aggression against all, and at the request of the one attacked the others give ",
      i("the necessary assistance, including military"),
      ". Two words do most of the work here. ‘Aggression’ has to be recognised as such by all. ‘Request’ means that nobody comes uninvited.",
    ),
    crosshead("Who is in it?", 3),
    p(
      "Russia, Belarus, Kazakhstan, Kyrgyzstan, Tajikistan and, on paper, Armenia, which froze its participation in 2024. Georgia and Azerbaijan were once parties and let the treaty lapse in 1999. Uzbekistan has left twice, in 1999 and in 2012, which may be a record.",
    ),
    crosshead("Is it the same as the treaty?", 3),
    p(
      "No. For ten years there was a treaty and no organisation. The charter was signed in Chisinau in October 2002; the budget, the staff and the flag date from then.",
    ),
    crosshead("The people"),
    crosshead("Who decides?", 3),
    p(
      "The presidents, and only unanimously. Below them sits a ladder of bodies that prepare what the presidents will agree:",
    ),
    ol(
      [
        b("The Collective Security Council"),
        " of the heads of state, which meets once a year as a rule and takes all decisions that matter.",
      ],
      [b("Three councils of ministers and secretaries"), ": foreign affairs, defence, and the security councils."],
      [b("The Permanent Council"), ", ambassadors who meet between the meetings."],
      [b("The Secretariat and the Joint Staff"), ", both in Moscow. The first writes, the second plans."],
    ),
    p(
      "There is also a Parliamentary Assembly. It adopts model laws, which the national parliaments may copy, and many do, since a model law saves drafting.",
    ),
    crosshead("Does it have an army?", 3),
    p(
      "It has units that the members have named and promised. A battalion in Kyrgyzstan that is on the list of the Collective Rapid Reaction Force remains a Kyrgyz battalion in a Kyrgyz barracks under Kyrgyz command, until the council decides otherwise. The main lists are these:",
    ),
    ul(
      "the rapid reaction force, agreed in 2009, meant for terrorism, drugs and emergencies as well as war;",
      "the older rapid deployment force for Central Asia;",
      "the peacekeepers, under an agreement of 2007;",
      "an air component, which brings the others.",
    ),
    crosshead("The record"),
    crosshead("Have they ever been used?", 3),
    p(
      "Once. In January 2022 Kazakhstan asked for help during unrest, and peacekeepers from all the other members, rather more than two thousand in all, flew in to guard airports and power stations. The first arrived within a day of the request; the last had left before the month was out. The speed surprised many, among them, one retired staff officer told us, the staff.",
    ),
    quote(
      p(
        "‘We had planned for ten days to decide and ten to load. It turned out that when six presidents pick up the telephone, the rest of the procedure is a formality. And when one does not pick it up, so is the treaty.’",
      ),
    ),
    crosshead("And when was it not?", 3),
    p(
      "Kyrgyzstan asked in June 2010, during the violence in the south, and received advice and equipment, not troops. Armenia asked in 2021 and 2022, and received an observers’ mission. When two members quarrelled with each other, as Kyrgyzstan and Tajikistan did over their border until this was settled by agreement in March 2025, the treaty had nothing to offer, since it has no article for that.",
    ),
    crosshead("So what is it good for?", 3),
    p(
      "Ask officers and you hear about prices and lessons. Members may buy Russian equipment at the rates that Russia’s own army pays. Their cadets study in one another’s academies free of charge. Their staffs have practised on the same maps for twenty years, and a signaller from Osh can talk to one from Vitebsk without an interpreter. None of it makes headlines, and all of it would be missed.",
    ),
    p(
      "The texts of the treaty and the charter are on the ",
      a("organisation’s website", "https://en.odkb-csto.org/"),
      ". They take less time to read than most commentaries on them.",
    ),
  ),
};
