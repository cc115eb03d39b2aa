import { describe, expect, it } from "vitest";
import { embedIn, embedOf, embedProviders } from "./embeds.ts";
import { embedRefusal } from "./refusal.ts";

const osm = "https://www.openstreetmap.org/";
const google = "https://www.google.com/maps";
const yandex = "https://yandex.com/maps/";
const video = "https://www.youtube.com/watch?v=aqz-KE-bpKQ";

describe("an address that can be embedded", () => {
  it.each([
    ["https://www.youtube.com/watch?v=aqz-KE-bpKQ", video],
    ["youtube.com/watch?feature=share&v=aqz-KE-bpKQ&list=x", video],
    ["https://youtu.be/aqz-KE-bpKQ?si=tracking", video],
    ["https://m.youtube.com/shorts/aqz-KE-bpKQ", video],
    ["https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ", video],
    ["https://youtu.be/aqz-KE-bpKQ?t=1m30s", `${video}&t=90s`],
    ["https://mobile.x.com/Unesco/status/12345678", "https://x.com/Unesco/status/12345678"],
    ["https://twitter.com/Unesco/status/1234567890123456789?s=20", "https://x.com/Unesco/status/1234567890123456789"],
    ["https://t.me/s/durov/142", "https://t.me/durov/142"],
    ["http://t.me/durov/142?single", "https://t.me/durov/142"],
    ["https://www.instagram.com/reel/CxYz12_-AbC/?igsh=x", "https://www.instagram.com/p/CxYz12_-AbC/"],
    ["https://www.instagram.com/unesco/p/CxYz12_-AbC/", "https://www.instagram.com/p/CxYz12_-AbC/"],
    ["https://www.openstreetmap.org/#map=12/42.8746/74.5698", "https://www.openstreetmap.org/#map=12/42.8746/74.5698"],
    [
      "https://www.openstreetmap.org/?mlat=42.87&mlon=74.57#map=12/42.8746/74.5698&layers=N",
      "https://www.openstreetmap.org/?mlat=42.87&mlon=74.57#map=12/42.8746/74.5698",
    ],
    [
      "https://www.google.com/maps/place/Osh+Bazaar/@42.8748,74.5698,17z/data=!3m1",
      "https://www.google.com/maps/place/Osh%20Bazaar/@42.8748,74.5698,17z",
    ],
    ["https://maps.google.com/maps/@42.8748,74.5698,11.5z", "https://www.google.com/maps/@42.8748,74.5698,12z"],
    ["https://x.com/i/web/status/1234567890", "https://x.com/i/status/1234567890"],
    ["https://t.me/forum/12/345", "https://t.me/forum/345"],
    ["https://www.openstreetmap.org/?mlat=42.87&mlon=74.57", `${osm}?mlat=42.87&mlon=74.57#map=15/42.87/74.57`],
    ["https://osm.org/#map=12/42.8746/74.5698", `${osm}#map=12/42.8746/74.5698`],
    ["https://www.google.kg/maps/@42.87,74.57,15z", `${google}/@42.87,74.57,15z`],
    ["https://www.google.com.tr/maps/@42.87,74.57,15z?hl=tr", `${google}/@42.87,74.57,15z`],
    [
      "https://www.google.com/maps/place/Osh+Bazaar/@42.87,74.57,1234m/data=!3m1!1e3?entry=ttu",
      `${google}/place/Osh%20Bazaar/@42.87,74.57,1234m/data=!3m1!1e3`,
    ],
    ["https://www.google.com/maps?q=42.87,74.57", `${google}/place/42.87%2C74.57/@42.87,74.57,15z`],
    ["https://maps.google.com/?q=42.87,74.57&z=9", `${google}/place/42.87%2C74.57/@42.87,74.57,9z`],
    ["https://maps.google.com/maps?ll=42.87,74.57&z=9", `${google}/@42.87,74.57,9z`],
    ["https://www.google.com/maps?q=Osh+Bazaar,+Bishkek", `${google}?q=Osh%20Bazaar%2C%20Bishkek`],
    ["https://www.google.com/maps/search/?api=1&query=Osh%20Bazaar", `${google}?q=Osh%20Bazaar`],
    ["https://www.google.com/maps/place/Osh+Bazaar", `${google}?q=Osh%20Bazaar`],
    ["https://yandex.ru/maps/10309/bishkek/?ll=74.603%2C42.876&z=12.4", `${yandex}?ll=74.603%2C42.876&z=12`],
    [
      "https://yandex.kz/maps/?ll=74.6%2C42.8&pt=74.61,42.81&z=9&l=sat",
      `${yandex}?ll=74.6%2C42.8&z=9&pt=74.61%2C42.81`,
    ],
    [
      "https://yandex.com.tr/maps/org/osh_bazaar/1234567890/?ll=74.6%2C42.8&z=17",
      `${yandex}org/1234567890/?ll=74.6%2C42.8&z=17`,
    ],
    [
      "https://yandex.com/maps/?whatshere%5Bpoint%5D=74.6%2C42.8&whatshere%5Bzoom%5D=14",
      `${yandex}?ll=74.6%2C42.8&z=14&pt=74.6%2C42.8`,
    ],
  ])("%s is kept as %s, which stays itself", (pasted, kept) => {
    expect(embedOf(pasted)?.url).toBe(kept);
    expect(embedOf(kept)?.url).toBe(kept);
  });

  it.each([
    [video, "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"],
    ["https://youtu.be/aqz-KE-bpKQ?t=90", "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?start=90"],
    ["https://x.com/Unesco/status/12345678", "https://platform.twitter.com/embed/Tweet.html?id=12345678&dnt=true"],
    ["https://t.me/durov/142", "https://t.me/durov/142?embed=1"],
    ["https://www.instagram.com/p/CxYz12_-AbC/", "https://www.instagram.com/p/CxYz12_-AbC/embed/"],
    [
      "https://www.openstreetmap.org/?mlat=42&mlon=74#map=10/42/74",
      "https://www.openstreetmap.org/export/embed.html?bbox=73.64844%2C41.87793%2C74.35156%2C42.12207&layer=mapnik&marker=42%2C74",
    ],
    ["https://www.google.com/maps/@42,74,10z", "https://www.google.com/maps?q=42%2C74&ll=42,74&z=10&output=embed"],
    [
      "https://www.google.com/maps/@42.87,74.57,1234m",
      `${google}?q=42.87%2C74.57&ll=42.87,74.57&z=16&t=k&output=embed`,
    ],
    ["https://www.google.com/maps?q=Osh", "https://www.google.com/maps?q=Osh&output=embed"],
    ["https://t.me/forum/12/345", "https://t.me/forum/345?embed=1"],
    ["https://yandex.ru/maps/?ll=74,42&z=9&pt=74,42", "https://yandex.com/map-widget/v1/?ll=74%2C42&z=9&pt=74%2C42"],
    [
      "https://yandex.ru/maps/org/a/1234567890/?ll=74,42&z=9",
      "https://yandex.com/map-widget/v1/?ll=74%2C42&z=9&mode=search&ol=biz&oid=1234567890",
    ],
  ])("%s is framed as %s, which the policy lets in", (url, frame) => {
    const found = embedOf(url);
    expect(found?.frame).toBe(frame);
    expect(embedProviders.some(({ frameSource }) => frame.startsWith(frameSource))).toBe(true);
  });
});

describe("what nobody on the list answers to", () => {
  it.each([
    "https://example.org/video",
    "https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
    "https://evil.example/?https://youtu.be/aqz-KE-bpKQ",
    "https://user:pass@www.youtube.com/watch?v=aqz-KE-bpKQ",
    "https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ",
    "https://www.youtube.com/watch?v=../../x",
    "https://www.youtube.com/@channel",
    "https://x.com/Unesco",
    "https://t.me/durov",
    "https://t.me/+invitation/1",
    "https://www.google.com/search?q=maps",
    "https://www.google.com/maps/@999,74,10z",
    "https://maps.google.evil.example/?q=42,74",
    "https://www.google.com/maps",
    "https://www.google.com/maps/@42.87,74.57,0m",
    "https://www.google.com/maps/@42.87,74.57,999999999m",
    "https://t.me/forum/12/345/6",
    "https://t.me/forum/topic/345",
    "https://yandex.ru/search/?text=maps&ll=74,42",
    "https://yandex.ru/maps/?ll=174,142&z=9",
    "javascript:alert(1)//youtu.be/aqz-KE-bpKQ",
    "data:text/html,x",
    "youtu.be/aqz-KE-bpKQ and more",
    "",
  ])("refuses %j", (address) => expect(embedOf(address)).toBeNull());
});

describe("the code that a site gives for embedding", () => {
  it.each([
    [
      `<iframe width="560" src="https://www.youtube.com/embed/aqz-KE-bpKQ?si=x&amp;start=90" title="x"></iframe>`,
      `${video}&t=90s`,
    ],
    [
      `<blockquote class="twitter-tweet"><p>Snow <a href="https://t.co/abc">t.co/abc</a></p>&mdash; A <a href="https://twitter.com/a/status/12345678?ref_src=x">May 1</a></blockquote> <script async src="https://platform.twitter.com/widgets.js"></script>`,
      "https://x.com/a/status/12345678",
    ],
    [
      `<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="durov/142" data-width="100%"></script>`,
      "https://t.me/durov/142",
    ],
    [
      `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/CxYz12_-AbC/?utm_source=x"></blockquote>`,
      "https://www.instagram.com/p/CxYz12_-AbC/",
    ],
    ["https://youtu.be/aqz-KE-bpKQ", video],
  ])("%s names %s", (code, url) => expect(embedIn(code)?.url).toBe(url));

  it.each(['<iframe src="https://evil.example/?https://youtu.be/aqz-KE-bpKQ"></iframe>', "<b>", '<iframe src="'])(
    "%s names nothing",
    (code) => expect(embedIn(code)).toBeNull(),
  );
});

describe("what is refused with a word on what to do", () => {
  it.each([
    ["https://maps.app.goo.gl/abc", "copy the long address"],
    ["https://goo.gl/maps/abc", "copy the long address"],
    ["https://osm.org/go/abc", "copy the long address"],
    ["https://yandex.ru/maps/-/CDabc", "copy the long address"],
    ["https://www.instagram.com/share/reel/BAabcdef", "copy the long address"],
    ["https://www.instagram.com/stories/unesco/123456789", "gone after a day"],
    ["https://www.google.com/maps/dir/Bishkek/Osh/@42,74,8z", "A route"],
    ["https://yandex.ru/maps/?ll=74,42&z=9&rtext=42,74~43,75", "A route"],
    ["https://www.google.com/maps/@42.87,74.57,3a,75y,90t/data=!3m6!1e1", "from the street"],
    ["https://www.google.com/maps/d/u/0/viewer?mid=1abc&ll=42.87,74.57&z=8", "My Maps"],
    ["https://2gis.kg/bishkek/geo/70000001", "2GIS"],
    ["https://t.me/c/123/45", "private"],
    ["https://example.org/video", "as the browser shows it"],
    ["no address", "as the browser shows it"],
  ])("%s: %s", (address, words) => {
    expect(embedOf(address)).toBeNull();
    expect(embedRefusal(address)).toContain(words);
  });
});
