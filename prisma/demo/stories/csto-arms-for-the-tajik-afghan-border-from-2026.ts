import { a, body, crosshead, p } from "#newsroom/body/testing";
import type { DemoStory } from "../shape.ts";

export const story: DemoStory = {
  key: "csto-arms",
  slug: "csto-arms-for-the-tajik-afghan-border-from-2026",
  headline: "CSTO to send arms for the Tajik-Afghan border from 2026",
  kicker: "Collective security",
  standfirst:
    "The alliance’s Secretary General told parliamentarians in Bishkek that deliveries of weapons and equipment begin next year, under a programme that runs until 2029.",
  teaser: "A three-stage programme approved in Astana moves from paper to deliveries.",
  dateline: "Bishkek",
  section: "security",
  tags: ["tajik-afghan-border", "tajikistan", "csto", "afghanistan", "defence", "imangali-tasmagambetov"],
  byline: ["kanat-jumaliev", "firuz-nazarzoda"],
  language: "en",
  state: "live",
  publishedAt: { on: "2025-05-19", at: "17:40" },
  body: body(
    p(
      "Weapons and military equipment for the Tajik-Afghan border will begin to arrive in 2026, the Secretary General of the Collective Security Treaty Organization, Imangali Tasmagambetov, said in Bishkek on 19 May.",
    ),
    p(
      "He was speaking to the Parliamentary Assembly of the ",
      a("CSTO", "https://en.odkb-csto.org/"),
      ", the gathering of lawmakers from the member states. The announcement puts a first year on a promise that has accompanied the alliance’s communiqués for more than a decade: that the southern edge of its territory would be equipped by all its members together, and not by Dushanbe alone.",
    ),
    crosshead("Three stages, until 2029"),
    p(
      "The deliveries rest on a targeted inter-state programme that the heads of state approved in Astana in November 2024. It is divided into three stages and ends in 2029. Arms are one heading in it. The others are the coordination of the allies, logistics, communications, and the infrastructure of the border itself.",
    ),
    p(
      "In April the programme was on the table in Dushanbe, where Tasmagambetov discussed it with Tajikistan’s president, Emomali Rahmon.",
    ),
    crosshead("What it is meant against"),
    p(
      "The Secretary General named the threats in a familiar order: terrorism, the traffic in arms, the traffic in drugs. The border follows the Panj for most of its 1,350 kilometres or so, through gorges where a patrol may need a day to reach the next post and where a mobile telephone may find the network of the other bank first.",
    ),
    p(
      "The programme comes at a time when several members are talking more to Kabul, not less. Belarus, Kazakhstan, Kyrgyzstan and Russia have intensified their contacts with the Afghan authorities, and the Taliban government was described as a lasting political factor: one with which the region will have to reckon, whatever it thinks of it.",
    ),
    crosshead("Progress on other lines"),
    p(
      "Two agreements of this spring were cited as evidence that the region can settle its borders by itself. On 13 March Kyrgyzstan and Tajikistan signed their border agreement. On 31 March the two, together with Uzbekistan, agreed on the point at which all three countries meet.",
    ),
    p(
      "Seen from the parliament building in Bishkek, the two kinds of news belong together. Where neighbours have agreed on the line, soldiers can be fewer. Where the line is agreed but what crosses it is not, the alliance now intends to send more than words.",
    ),
  ),
};
