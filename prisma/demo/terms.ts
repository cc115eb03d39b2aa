export interface DemoSection {
  slug: string;
  name: string;
  position: number;
}

export interface DemoTag {
  slug: string;
  name: string;
  kind: "topic" | "person" | "place" | "organisation" | "series";
  description: string;
}

export interface DemoProfile {
  slug: string;
  name: string;
  bio: string;
}
