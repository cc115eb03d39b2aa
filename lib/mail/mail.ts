/** A mail in plain text to one address. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same mail sent twice carries the same one, so that whoever keeps mail can tell: letters, digits and hyphens. */
  id: string;
  at: Date;
}

/** Where mail goes, and from whom. `smtpUrl` null: it goes nowhere and is written to `folder`. */
export interface MailSettings {
  smtpUrl: string | null;
  /** `Name <address>` or an address. */
  from: string;
  folder: string;
}

/** The mail did not go out. Its message says why, in the words of the server where it gave any, and contains no password. */
export class MailFailed extends Error {
  override name = "MailFailed";

  /** Nobody answered: other mail would not go out now either. */
  readonly isServerAway: boolean;

  constructor(message: string, isServerAway: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isServerAway = isServerAway;
  }
}
