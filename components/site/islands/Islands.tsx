interface Props {
  /** Path of the bundled module; without it the page stands on its own. */
  src: string | undefined;
}

/** All the script that readers get. */
export function Islands({ src }: Props) {
  return src ? <script type="module" src={src} data-keep="" /> : null;
}
