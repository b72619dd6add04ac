// Fields of a form: each says beside itself what is wrong with it.

import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type ComponentProps, type ReactNode, useContext } from "react";
import classes from "./Form.module.css";
import { WrongContext } from "./wrong";

type Named = { name: string; label: string; help?: ReactNode };

/** A line of text, a number, a date. */
export function Field({ help, ...input }: Named & ComponentProps<typeof TextInput>) {
  const wrong = useContext(WrongContext)[input.name];
  return (
    <TextInput
      autoComplete="off"
      withAsterisk={false}
      description={help}
      error={wrong}
      {...input}
    />
  );
}

/** Several lines of text. */
export function Lines({ help, ...input }: Named & ComponentProps<typeof Textarea>) {
  const wrong = useContext(WrongContext)[input.name];
  return <Textarea rows={3} withAsterisk={false} description={help} error={wrong} {...input} />;
}

/** One of a few. */
export function Choice({ help, ...input }: Named & ComponentProps<typeof NativeSelect>) {
  const wrong = useContext(WrongContext)[input.name];
  return <NativeSelect description={help} error={wrong} {...input} />;
}

/** Yes or no. */
export function Tick({ label, help, ...input }: Named & ComponentProps<"input">) {
  return (
    <label className={classes.tick}>
      <input type="checkbox" {...input} />
      <span>
        {label}
        {help && <span className={classes.help}>{help}</span>}
      </span>
    </label>
  );
}

/** Some of a few, side by side. */
export function Several({
  name,
  label,
  among,
  chosen,
  onChange,
}: {
  name: string;
  label: string;
  among: readonly { readonly value: string; readonly label: string }[];
  chosen: readonly string[];
  onChange: (value: string, on: boolean) => void;
}) {
  const wrong = useContext(WrongContext)[name];
  return (
    <fieldset className={classes.set}>
      <legend>{label}</legend>
      <div className={classes.choices} data-narrow={among.length === 7 || undefined}>
        {among.map((one) => (
          <label key={one.value} className={classes.tick}>
            <input
              type="checkbox"
              name={name}
              value={one.value}
              checked={chosen.includes(one.value)}
              aria-invalid={wrong ? true : undefined}
              onChange={(event) => onChange(one.value, event.currentTarget.checked)}
            />
            {one.label}
          </label>
        ))}
      </div>
      {wrong && <p className={classes.wrong}>{wrong}</p>}
    </fieldset>
  );
}

/** Fields beside each other where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={classes.pair}>{children}</div>;
}
