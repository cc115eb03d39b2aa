/** What every readers' page knows of its newsroom: name, clock and the language of its furniture. */
export interface Paper {
  name: string;
  zone: string;
  language: string;
}
