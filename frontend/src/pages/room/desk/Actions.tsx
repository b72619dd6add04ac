import { Button, Modal, NativeSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type ComponentType, type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command, End, StartRound } from "../../../api/protocol.gen";
import { useGive, useHere } from "../../../room/hooks";
import desk from "./Desk.module.css";

export type Kind = "break" | "extend" | "announce" | "round" | "end";
type FormProps = { close: () => void };

/** The dialog of one action; its form begins anew each time. */
export function Planned({
  kind,
  open,
  close,
  form: Form,
}: {
  kind: Kind;
  open: boolean;
  close: () => void;
  form: ComponentType<FormProps>;
}) {
  const { t } = useTranslation();
  const title = kind === "round" ? t("staff.round") : t(`staff.${kind}Title`);
  return (
    <Modal opened={open} onClose={close} title={title}>
      <Form close={close} />
    </Modal>
  );
}

function Asking({
  command,
  close,
  go,
  care,
  lead,
  children,
}: FormProps & {
  command: Command;
  go: string;
  care?: boolean;
  lead?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const give = useGive();
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await give(command)) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      {lead && <p>{lead}</p>}
      {children}
      <div className={desk.buttons}>
        <Button onClick={close}>{t("app.cancel")}</Button>
        <Button type="submit" variant="filled" color={care ? "care" : "pine"}>
          {go}
        </Button>
      </div>
    </form>
  );
}

function Minutes({
  value,
  set,
  label,
  max,
}: {
  value: number;
  set: (n: number) => void;
  label: string;
  max: number;
}) {
  return (
    <NumberInput
      label={label}
      min={1}
      max={max}
      allowDecimal={false}
      value={value}
      onChange={(n) => set(Number(n) || 1)}
    />
  );
}

export function BreakForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState(10);
  return (
    <Asking
      command={{ type: "Break", minutes }}
      close={close}
      go={t("staff.break")}
      lead={t("staff.breakLead")}
    >
      <Minutes label={t("staff.minutesField")} value={minutes} set={setMinutes} max={60} />
    </Asking>
  );
}

export function ExtendForm({ close }: FormProps) {
  const { t } = useTranslation();
  const { staff } = useHere().room;
  const [minutes, setMinutes] = useState(10);
  const [reason, setReason] = useState("");
  const left = Math.floor(((staff?.extension_cap_s ?? 0) - (staff?.extended_s ?? 0)) / 60);
  return (
    <Asking
      command={{ type: "Extend", minutes, reason }}
      close={close}
      go={t("staff.extend")}
      lead={t("staff.extendLead", { minutes: left })}
    >
      <Minutes
        label={t("staff.minutesField")}
        value={minutes}
        set={setMinutes}
        max={Math.max(1, left)}
      />
      <TextInput
        label={t("staff.reason")}
        required
        withAsterisk={false}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Asking>
  );
}

export function AnnounceForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  return (
    <Asking
      command={{ type: "Announce", text }}
      close={close}
      go={t("staff.announce")}
      lead={t("staff.announceLead")}
    >
      <Textarea
        label={t("staff.text")}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Asking>
  );
}

export function RoundForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [seconds, setSeconds] = useState(120);
  const [order, setOrder] = useState<"seating" | "least_heard">("seating");
  const command: StartRound = { type: "StartRound", seconds, order };
  const orders = (["seating", "least_heard"] as const).map((value) => ({
    value,
    label: t(`staff.orders.${value}`),
  }));
  return (
    <Asking command={command} close={close} go={t("staff.startRound")}>
      <NumberInput
        label={t("staff.seconds")}
        min={10}
        max={900}
        step={30}
        allowDecimal={false}
        value={seconds}
        onChange={(n) => setSeconds(Number(n) || 60)}
      />
      <NativeSelect
        label={t("staff.order")}
        data={orders}
        value={order}
        onChange={(event) => setOrder(event.currentTarget.value as "seating" | "least_heard")}
      />
    </Asking>
  );
}

export function EndForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<End["reason"]>("facilitator");
  const reasons = (["facilitator", "safety", "technical"] as const).map((value) => ({
    value,
    label: t(`staff.reasons.${value}`),
  }));
  return (
    <Asking
      command={{ type: "End", ...(reason ? { reason } : {}) }}
      close={close}
      go={t("staff.endGo")}
      care
      lead={t("staff.endLead")}
    >
      <NativeSelect
        label={t("staff.reason")}
        data={reasons}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as End["reason"])}
      />
    </Asking>
  );
}
