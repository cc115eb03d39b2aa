/** A break in the text. */
export function Rule() {
  return <hr />;
}
