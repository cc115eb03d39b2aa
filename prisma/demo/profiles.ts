import type { DemoProfile } from "./terms.ts";

export const profiles = [
  {
    slug: "aizada-mambetova",
    name: "Aizada Mambetova",
    bio: "Aizada Mambetova writes about water, weather and the mountains from Bishkek. She trained as a hydrologist and still carries a thermometer.",
  },
  {
    slug: "kanat-jumaliev",
    name: "Kanat Jumaliev",
    bio: "Kanat Jumaliev covers parliament, treaties and defence. He reads the annexes.",
  },
  {
    slug: "begimai-osmonova",
    name: "Begimai Osmonova",
    bio: "Begimai Osmonova reports from Osh and the south of Kyrgyzstan on work, prices and family life.",
  },
  {
    slug: "aruzhan-bekturova",
    name: "Aruzhan Bekturova",
    bio: "Aruzhan Bekturova is our correspondent in Almaty. She writes about cities, buses and the people who wait for them.",
  },
  {
    slug: "yerlan-tazhibek",
    name: "Yerlan Tazhibek",
    bio: "Yerlan Tazhibek travels the steppe and the border roads for the economy and environment pages.",
  },
  {
    slug: "firuz-nazarzoda",
    name: "Firuz Nazarzoda",
    bio: "Firuz Nazarzoda has reported from Dushanbe for fourteen years, mostly on security, migration and the roads between them.",
  },
  {
    slug: "zarina-holmatova",
    name: "Zarina Holmatova",
    bio: "Zarina Holmatova lives in Khujand and writes about schools, sport and the north of Tajikistan. She plays the Caro-Kann, badly.",
  },
  {
    slug: "dilnoza-ergasheva",
    name: "Dilnoza Ergasheva",
    bio: "Dilnoza Ergasheva writes from Samarkand and Nukus about farming, heritage and the land that the Aral Sea left behind.",
  },
  {
    slug: "maral-hojayeva",
    name: "Maral Hojayeva",
    bio: "Maral Hojayeva was born in Mary and works in Bishkek as a culture writer. Crafts, music and anything with a pattern are hers.",
  },
  {
    slug: "clare-haddow",
    name: "Clare Haddow",
    bio: "Clare Haddow came from Aberdeen for a year in 2011 and has not left. She writes long pieces and edits short ones.",
  },
] as const satisfies readonly DemoProfile[];
