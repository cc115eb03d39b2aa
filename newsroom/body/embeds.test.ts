import { describe, expect, it } from "vitest";
import { embedOf, embedProviders } from "./embeds.ts";

const video = "https://www.youtube.com/watch?v=aqz-KE-bpKQ";

describe("an address that can be embedded", () => {
  it.each([
    ["https://www.youtube.com/watch?v=aqz-KE-bpKQ", video],
    ["youtube.com/watch?feature=share&v=aqz-KE-bpKQ&list=x", video],
    ["https://youtu.be/aqz-KE-bpKQ?si=tracking", video],
    ["https://m.youtube.com/shorts/aqz-KE-bpKQ", video],
    ["https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ", video],
    ["https://youtu.be/aqz-KE-bpKQ?t=1m30s", `${video}&t=90s`],
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
    "https://maps.app.goo.gl/abc",
    "javascript:alert(1)//youtu.be/aqz-KE-bpKQ",
    "data:text/html,x",
    "youtu.be/aqz-KE-bpKQ and more",
    "",
  ])("refuses %j", (address) => expect(embedOf(address)).toBeNull());
});
