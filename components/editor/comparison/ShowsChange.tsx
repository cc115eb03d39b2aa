import { Checkbox } from "#components/ui/Checkbox";

interface ShowsChangeProps {
  checked: boolean;
  hint?: string;
  onChange: (isPublic: boolean) => void;
}

/** Whether readers are shown what was changed. */
export function ShowsChange({ checked, hint = "In the log under the story", onChange }: ShowsChangeProps) {
  return (
    <Checkbox
      label="Show readers what changed"
      hint={hint}
      checked={checked}
      onChange={({ target }) => onChange(target.checked)}
    />
  );
}
