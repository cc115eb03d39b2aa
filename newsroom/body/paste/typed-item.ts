/** An item of a list as people and word processors write it in plain text: space before it, bullet or number, space after it. */
export const typedItem = /^(\s*)(?:([-*+•‣⁃·●◦○▪■\uf0b7]|[o§](?=\t))|(\d{1,9})[.)])(\s+)(?=\S)/;

/** How much deeper than its own column an item stands: word processors write the inner bullets without space before them. */
export const depthOfBullet = (bullet: string | undefined): number =>
  bullet === undefined ? 0 : /[◦○o]/.test(bullet) ? 2 : /[▪■§]/.test(bullet) ? 4 : 0;
