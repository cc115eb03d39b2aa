import sharp from "sharp";
import { expect, it } from "vitest";
import { aPictureFile } from "./testing.ts";
import { wordsToldBy } from "./told-words.ts";

const xmp = (inside: string) => `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"${inside}</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const of = async (inside: string) =>
  wordsToldBy(
    await sharp(await aPictureFile())
      .withXmp(xmp(inside))
      .toBuffer(),
  );
const list = (name: string, words: string) =>
  `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${words}</rdf:li></rdf:Alt></dc:${name}>`;

it("takes credit, caption and alt text from XMP", async () => {
  const told =
    await of(` photoshop:Credit="Reuters">${list("creator", "Aida  Bekova")}${list("description", "Snow &amp; lorries\n at the pass.")}
    <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li>Lorries in snow</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
    </rdf:Description>`);
  expect(told).toEqual({
    credit: "Aida Bekova/Reuters",
    caption: "Snow & lorries at the pass.",
    altText: "Lorries in snow",
  });
});

it("takes credit and caption from EXIF", async () => {
  const file = await sharp(await aPictureFile())
    .withExif({ IFD0: { Artist: "Aida Bekova", ImageDescription: "The pass" } })
    .toBuffer();
  expect(wordsToldBy(file)).toEqual({ credit: "Aida Bekova", caption: "The pass", altText: "" });
});

it("says nothing where the file says nothing, or nothing that can be read", async () => {
  const nothing = { credit: "", caption: "", altText: "" };
  expect(wordsToldBy(await aPictureFile())).toEqual(nothing);
  expect(wordsToldBy(Buffer.from("\u00ff\u00d8\u00ff\u00e1no EXIF", "latin1"))).toEqual(nothing);
  expect(
    wordsToldBy(Buffer.from("<x:xmpmeta><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><dc:creator>&b;")),
  ).toEqual(nothing);
});

it("cuts what is too long, and takes no entity for more than its letters", async () => {
  const { caption, credit } = await of(
    `>${list("description", "x".repeat(5_000))}${list("creator", "&xxe;")}</rdf:Description>`,
  );
  expect(caption).toHaveLength(1_000);
  expect(credit).toBe("&xxe;");
});
