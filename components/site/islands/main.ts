import { CurrencyTicker } from "./currency-ticker.ts";
import { SiteMenu } from "./site-menu.ts";

customElements.define("currency-ticker", CurrencyTicker);
customElements.define("site-menu", SiteMenu);
