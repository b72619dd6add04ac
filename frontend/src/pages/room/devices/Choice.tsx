import { NativeSelect } from "@mantine/core";
import type { Device } from "../../../api/devices";

/** Which device, where there is more than one. */
export function Choice({
  label,
  known,
  value,
  choose,
}: {
  label: string;
  known: readonly Device[];
  value: string;
  choose: (id: string) => void;
}) {
  if (known.length < 2) return null;
  return (
    <NativeSelect
      label={label}
      value={value}
      data={known.map((one, index) => ({ value: one.id, label: one.name || `${index + 1}` }))}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
