import { Button } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "../../../api/protocol.gen";
import { Trouble } from "../../../components/Trouble";
import desk from "./Desk.module.css";
import { useTrying } from "./trying";

export type FormProps = { close: () => void };

/** A form that gives one command and closes when it is done. */
export function Asking({
  command,
  before,
  close,
  go,
  care,
  lead,
  children,
}: FormProps & {
  command: Command;
  /** What this page does by itself first. */
  before?: () => void;
  go: string;
  care?: boolean;
  lead?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { give, busy, error } = useTrying();
  async function submit(event: FormEvent) {
    event.preventDefault();
    before?.();
    if (await give(command)) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      {lead && <p>{lead}</p>}
      {children}
      {error && <Trouble error={error} />}
      <div className={desk.buttons}>
        <Button onClick={close}>{t(care ? "app.back" : "app.cancel")}</Button>
        <Button type="submit" variant="filled" color={care ? "care" : "pine"} loading={busy}>
          {go}
        </Button>
      </div>
    </form>
  );
}
