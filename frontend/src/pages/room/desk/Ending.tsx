import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { End } from "../../../api/protocol.gen";
import { useHere } from "../../../room/hooks";
import { nameOf, type Room } from "../../../room/state";
import { ranked } from "./Alerts";
import { Asking, type FormProps } from "./Asking";
import classes from "./Ending.module.css";

const REASONS = ["facilitator", "safety", "technical"] as const;

/** The end, after one look at how things stand. */
export function EndForm({ close }: FormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<(typeof REASONS)[number]>("facilitator");
  return (
    <Asking
      command={{ type: "End", reason }}
      close={close}
      go={t("staff.endGo")}
      care
      lead={t("staff.endLead")}
    >
      <Summary />
      <NativeSelect
        label={t("staff.reason")}
        data={REASONS.map((value) => ({ value, label: t(`staff.reasons.${value}`) }))}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as typeof reason & End["reason"])}
      />
    </Asking>
  );
}

function Summary() {
  const { t } = useTranslation();
  const { room } = useHere();
  const { here, waiting, alerts, unsigned, unasked } = standing(room);
  const rows = [
    { key: "alerts", names: alerts, care: true },
    { key: "here", names: here, care: false },
    { key: "waiting", names: waiting, care: false },
    { key: "unsigned", names: unsigned, care: false },
    { key: "unasked", names: unasked, care: false },
  ] as const;
  return (
    <dl className={classes.summary}>
      {rows
        .filter(({ key, names }) => key === "here" || names.length > 0)
        .map(({ key, names, care }) => (
          <div key={key} data-care={care || undefined}>
            <dt>{t(`staff.summary.${key}`, { count: names.length })}</dt>
            <dd>{names.join(", ") || t("staff.summary.nobody")}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Who is here, who waits, whose alert is open, who has something left to sign or to answer. */
export function standing(room: Room) {
  const visitors = room.staff?.visitors ?? [];
  const before = room.form?.items.some((item) => item.moments.includes("before")) ?? false;
  const inside = (room.staff?.expected ?? []).filter(
    (one) => one.standing === "inside" && one.role === "participant",
  );
  return {
    here: room.people.filter((one) => one.role === "participant").map((one) => one.name),
    waiting: visitors.filter((one) => one.standing === "waiting").map((one) => one.name),
    alerts: ranked(room.staff?.alerts ?? []).map((one) => nameOf(room, one.seat)),
    unsigned: visitors
      .filter((one) => !one.complete && one.role !== "staff" && one.standing === "waiting")
      .map((one) => one.name),
    unasked: before
      ? inside.filter((one) => !one.checked_in.includes("before")).map((one) => one.name)
      : [],
  };
}
