import { hosts, partsOf, type Reader } from "./address.ts";

const youtubeHosts = hosts("youtube.com", "youtube-nocookie.com", "music.youtube.com");
const videoId = /^[\w-]{11}$/;

export const youtube: Reader = (url) => {
  const [first = "", second = ""] = partsOf(url);
  const isShort = url.hostname === "youtu.be";
  if (!isShort && !youtubeHosts.has(url.hostname)) return null;
  const id = isShort
    ? first
    : ["embed", "shorts", "live", "v"].includes(first)
      ? second
      : first === "watch"
        ? (url.searchParams.get("v") ?? "")
        : "";
  if (!videoId.test(id)) return null;
  const start = secondsIn(url.searchParams.get("t") ?? url.searchParams.get("start"));
  return {
    url: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ""}`,
    frame: `https://www.youtube-nocookie.com/embed/${id}${start ? `?start=${start}` : ""}`,
  };
};

/** "90", "90s" or "1m30s". */
function secondsIn(time: string | null): number {
  const [, hours = "0", minutes = "0", seconds = "0"] =
    /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(time ?? "") ?? [];
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
}

const xHosts = hosts("x.com", "twitter.com", "mobile.twitter.com", "mobile.x.com");

export const x: Reader = (url) => {
  const [user = "", ...parts] = partsOf(url);
  // The address of a post whose author it does not name.
  const [status, id = ""] = user === "i" && parts[0] === "web" ? parts.slice(1) : parts;
  if (!xHosts.has(url.hostname) || !/^status(es)?$/.test(status ?? "")) return null;
  if (!/^\w{1,15}$/.test(user) || !/^\d{5,20}$/.test(id)) return null;
  return {
    url: `https://x.com/${user}/status/${id}`,
    frame: `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`,
  };
};

const telegramHosts = new Set(["t.me", "telegram.me", "telegram.dog"]);

export const telegram: Reader = (url) => {
  const parts = partsOf(url);
  const [channel = "", ...numbers] = parts[0] === "s" ? parts.slice(1) : parts;
  // A group with topics names the topic first.
  const post = numbers.length <= 2 && numbers.every((number) => /^\d{1,12}$/.test(number)) ? numbers.at(-1) : undefined;
  if (!telegramHosts.has(url.hostname) || !/^[a-z]\w{3,31}$/i.test(channel) || !post) return null;
  return { url: `https://t.me/${channel}/${post}`, frame: `https://t.me/${channel}/${post}?embed=1` };
};

const instagramHosts = hosts("instagram.com");

export const instagram: Reader = (url) => {
  const parts = partsOf(url);
  const at = parts.findIndex((part) => ["p", "reel", "reels", "tv"].includes(part));
  const id = at === 0 || at === 1 ? (parts[at + 1] ?? "") : "";
  // What is shared has a name of its own, which is not the name of the post.
  if (!instagramHosts.has(url.hostname) || parts[0] === "share" || !/^[\w-]{5,40}$/.test(id)) return null;
  return { url: `https://www.instagram.com/p/${id}/`, frame: `https://www.instagram.com/p/${id}/embed/` };
};
