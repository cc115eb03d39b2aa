import { embedProviders } from "#newsroom/body/embeds/embeds";

/** Which of our surfaces an address belongs to; each has rules of its own for browsers. */
export type Surface = "site" | "desk" | "api" | "asset";

const DESK = ["/desk", "/sign-in", "/sign-out", "/set-password", "/reset-password", "/preview"];
const ASSETS = ["/_next", "/islands"];

const within = (pathname: string, parents: readonly string[]) =>
  parents.some((parent) => pathname === parent || pathname.startsWith(`${parent}/`));

/** Everything that is not named here is a page for readers. `/desk` stands for all that is not for everybody: what staff see, signing in, previews by link. */
export function surfaceOf(pathname: string): Surface {
  if (within(pathname, DESK)) return "desk";
  if (within(pathname, ["/api"])) return "api";
  return within(pathname, ASSETS) ? "asset" : "site";
}

export interface SecurityContext {
  /** Known when the public address is https; browsers are then told to stay there. */
  https: boolean;
  /** Of this one response of the desk. */
  nonce?: string;
  /** React and hot reloading in development evaluate code and open sockets. */
  dev?: boolean;
}

/** The headers that tell browsers what a response may do (REQUIREMENTS 5.1). Pure. */
export function securityHeaders(surface: Surface, context: SecurityContext): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(surface, context),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": surface === "desk" ? "same-origin" : "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(surface === "desk" && { "X-Frame-Options": "DENY", "X-Robots-Tag": "noindex, nofollow, noarchive" }),
    ...(context.https && { "Strict-Transport-Security": "max-age=31536000" }),
  };
}

/** The policy alone: Next reads the nonce for its scripts from it. */
export function contentSecurityPolicy(surface: Surface, { https, nonce, dev }: SecurityContext): string {
  const rules: Record<string, string> = {
    "default-src": "'none'",
    ...(surface === "site" || surface === "desk" ? PAGE : {}),
    ...(surface === "site" && {
      "script-src": "'self'",
      "style-src": "'self'",
      "frame-ancestors": "'self'",
      "frame-src": FRAMES,
    }),
    // React sets styles as attributes on the server; a style can do little, a script could do everything.
    ...(surface === "desk" && {
      "script-src": `'nonce-${nonce ?? "none"}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
      "style-src": "'self' 'unsafe-inline'",
      "img-src": "'self' data: blob:",
      "frame-ancestors": "'none'",
    }),
    // Without the strip of production, Next's own scripts stand on readers' pages too.
    ...(surface === "site" &&
      dev && { "script-src": "'self' 'unsafe-inline' 'unsafe-eval'", "style-src": "'self' 'unsafe-inline'" }),
    ...((surface === "api" || surface === "asset") && { "frame-ancestors": "'none'" }),
    "object-src": "'none'",
    "base-uri": "'none'",
  };
  const policy = Object.entries(rules).map(([name, sources]) => `${name} ${sources}`);
  return [...policy, ...(https ? ["upgrade-insecure-requests"] : [])].join("; ");
}

/** Embeds, once a reader asks for one: those of the newsroom's list and no others. */
const FRAMES = embedProviders.map(({ frameSource }) => frameSource).join(" ");

const PAGE = {
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "media-src": "'self'",
  "form-action": "'self'",
};
