import { AuthFrame } from "#components/auth/AuthFrame";
import { AuthWords } from "#components/auth/AuthWords";
import { dayAndBothTimes } from "#newsroom/settings/zone";

/** The same for a link that never was, has ended or was revoked, and for a story that must not be seen any more. */
export const DeadPreview = ({ newsroom }: { newsroom: string }) => (
  <AuthFrame newsroom={newsroom}>
    <AuthWords title="There is nothing to see here">
      <p>
        A link to a preview works for a limited time, and the newsroom can shut it. Please ask whoever gave it to you.
      </p>
    </AuthWords>
  </AuthFrame>
);

/** For whoever tries one dead link after the other. */
export const TooManyDeadPreviews = ({ newsroom }: { newsroom: string }) => (
  <AuthFrame newsroom={newsroom}>
    <AuthWords title="Too many tries">
      <p>Too many links that lead nowhere were opened from your network. Please wait a quarter of an hour.</p>
    </AuthWords>
  </AuthFrame>
);

interface EmbargoedPreviewProps {
  newsroom: string;
  zone: string;
  until: Date;
}

export const EmbargoedPreview = ({ newsroom, zone, until }: EmbargoedPreviewProps) => (
  <AuthFrame newsroom={newsroom}>
    <AuthWords title="Not yet">
      <p>
        This is under embargo until <time dateTime={until.toISOString()}>{dayAndBothTimes(until, zone, null)}</time>.
        Your link shows it then.
      </p>
    </AuthWords>
  </AuthFrame>
);
