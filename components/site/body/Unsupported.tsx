import styles from "./Body.module.css";
import { look, type Setting } from "./setting.ts";

interface Props {
  setting: Setting;
}

/** Stands where the page meets something newer than itself: said, never dropped. */
export function Unsupported({ setting }: Props) {
  return <p className={look(setting, styles.unsupported)}>{setting.words.unsupported}</p>;
}
