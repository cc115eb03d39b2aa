import type { DemoSection } from "./terms.ts";

export const sections = [
  { slug: "politics", name: "Politics", position: 1 },
  { slug: "security", name: "Security", position: 2 },
  { slug: "economy", name: "Economy", position: 3 },
  { slug: "society", name: "Society", position: 4 },
  { slug: "environment", name: "Environment", position: 5 },
  { slug: "culture", name: "Culture", position: 6 },
  { slug: "sport", name: "Sport", position: 7 },
] as const satisfies readonly DemoSection[];
