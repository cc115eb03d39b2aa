import { plainText } from "../../body/text.ts";
import type { Struck, Subject } from "./finding.ts";

export const missingHeadline = ({ text }: Subject): Struck[] =>
  text.headline.trim() === "" ? [{ message: "Please write a headline first.", at: { part: "headline" } }] : [];

export const missingText = ({ text }: Subject): Struck[] =>
  plainText(text.body).trim() === "" ? [{ message: "There is no text to publish yet.", at: { part: "body" } }] : [];

export const missingSection = ({ sectionId }: Subject): Struck[] =>
  sectionId === null ? [{ message: "Please choose a section first.", at: { part: "sectionId" } }] : [];
