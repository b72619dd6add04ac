// A form that keeps what was typed, says beside each field what is wrong, and goes to the first.

import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../Dialog";
import { Trouble } from "../Trouble";
import classes from "./Form.module.css";
import { refused, useAmiss, type Wrong, WrongContext } from "./wrong";

// Whoever makes a form finds its fields here too.
export { Choice, Field, Lines, Pair, Several, Tick } from "./Fields";
export { typed, unlessGiven, type Wrong } from "./wrong";

type Filled = {
  /** What is done with the form; it stays as it is when this fails. */
  act: (form: FormData) => Promise<unknown>;
  done?: () => void;
  /** What the fields can not say of themselves. */
  check?: (form: FormData) => Wrong;
  go: string;
  /** It takes something from somebody. */
  care?: boolean;
  back?: () => void;
  /** What it is called to go back, where "Cancel" would say two things. */
  leave?: string;
  children: ReactNode;
};

/** Fields, and one button that does it. */
export function Form({ act, done, check, go, care, back, leave, children }: Filled) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState<Wrong>({});
  const [tries, setTries] = useState(0);
  const amiss = useAmiss();
  const doing = useMutation({
    mutationFn: (filled: FormData) => act(filled),
    // Without a network it fails at once, and says so, rather than wait unseen.
    networkMode: "always",
    onSuccess: done,
    onError: (error) => show(refused(error)),
  });
  function show(found: Wrong) {
    setWrong(found);
    setTries((n) => n + 1);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it was tried
  useEffect(() => {
    const folds = form.current?.querySelectorAll<HTMLDetailsElement>(
      "details:has([aria-invalid=true])",
    );
    for (const fold of folds ?? []) fold.open = true;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const filled = new FormData(event.currentTarget);
    const found = { ...check?.(filled), ...amiss(event.currentTarget) };
    show(found);
    if (Object.keys(found).length > 0) doing.reset();
    else doing.mutate(filled);
  }
  /** What somebody corrects is no longer called wrong. */
  function correct(event: FormEvent) {
    const { name } = event.target as HTMLInputElement;
    if (name in wrong)
      setWrong(Object.fromEntries(Object.entries(wrong).filter(([n]) => n !== name)));
  }
  const said = Object.keys(wrong).length > 0;
  const elsewhere = Object.keys(wrong).filter((name) => !form.current?.elements.namedItem(name));
  return (
    <form ref={form} className={classes.form} onSubmit={submit} onInput={correct} noValidate>
      <WrongContext value={wrong}>{children}</WrongContext>
      {elsewhere.map((name) => (
        <p key={name} className={classes.wrong} role="alert">
          {wrong[name]}
        </p>
      ))}
      {doing.error && !said && <Trouble error={doing.error} />}
      <div className={classes.buttons}>
        {back && <Button onClick={back}>{leave ?? t("app.cancel")}</Button>}
        <Button
          type="submit"
          variant="filled"
          color={care ? "care" : "pine"}
          loading={doing.isPending}
        >
          {go}
        </Button>
      </div>
    </form>
  );
}

/** A form in a dialog. A click beside it does not close it: what was typed would be lost. */
export function FormDialog({
  title,
  open,
  close,
  wide,
  ...form
}: Omit<Filled, "back"> & { title: string; open: boolean; close: () => void; wide?: boolean }) {
  return (
    <Dialog title={title} open={open} close={close} wide={wide} keep>
      <Form {...form} back={close} />
    </Dialog>
  );
}
