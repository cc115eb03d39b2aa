import type { Embed as EmbedNode } from "#newsroom/body/body";
import { embedOf } from "#newsroom/body/embeds/embeds";
import styles from "./Embed.module.css";
import type { Setting } from "./setting.ts";
import { Unsupported } from "./Unsupported.tsx";

interface Props {
  embed: EmbedNode;
  setting: Setting;
}

/** A link and a title. Only when a reader asks, `islands/embed-frame.ts` fetches anything from the other site. */
export function Embed({ embed: { attrs }, setting }: Props) {
  const found = embedOf(attrs.url);
  if (!found) return <Unsupported setting={setting} />;
  const { provider, url, frame } = found;
  const words = setting.words.body;
  const title = attrs.title || words.embed[provider.kind](provider.label);
  if (setting.medium === "feed")
    return (
      <p>
        <a href={url}>{title}</a> ({provider.label})
      </p>
    );
  return (
    <embed-frame class={styles.embed} data-frame={frame} data-title={title} data-provider={provider.name}>
      <p className={styles.title}>
        <a href={url} rel="noopener">
          {title}
        </a>
      </p>
      <p className={styles.where} {...setting.furniture}>
        {words.onTheirSite(provider.label)}
      </p>
      <div className={styles.ask} data-ask="" hidden {...setting.furniture}>
        <button type="button" className={styles.show}>
          {words.showEmbed[provider.kind]}
        </button>
        <p>{words.embedNote(provider.label)}</p>
      </div>
    </embed-frame>
  );
}
