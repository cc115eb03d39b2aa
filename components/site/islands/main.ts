import { CurrencyTicker } from "./currency-ticker.ts";
import { EmbedFrame } from "./embed-frame.ts";
import { SiteMenu } from "./site-menu.ts";
import { SiteSearch } from "./site-search.ts";

customElements.define("currency-ticker", CurrencyTicker);
customElements.define("embed-frame", EmbedFrame);
customElements.define("site-menu", SiteMenu);
customElements.define("site-search", SiteSearch);
