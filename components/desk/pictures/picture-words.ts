/** What is said of a picture, in the order in which every form asks for it. */
export const pictureWords = [
  {
    name: "altText",
    label: "Alt text",
    hint: "What it shows, for those who cannot see it. A story needs it to be published.",
    isLong: true,
  },
  { name: "caption", label: "Caption", hint: "Who and what is seen, where, when", isLong: true },
  { name: "credit", label: "Credit", hint: "Photographer/agency", isLong: false },
] as const;
