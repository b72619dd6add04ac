import { Button, Modal, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AlertView, Resolve } from "../../../api/protocol.gen";
import { useGive, useHere, useNow } from "../../../room/hooks";
import { nameOf } from "../../../room/state";
import { span } from "../../../words/time";
import classes from "./Alerts.module.css";
import desk from "./Desk.module.css";

/** Who needs somebody: open alerts, newest first, above everything else. */
export function Alerts() {
  const { room } = useHere();
  const open = (room.staff?.alerts ?? []).filter((one) => one.outcome === null);
  return (
    <div role="alert" className={classes.alerts}>
      {[...open].reverse().map((one) => (
        <Alert key={one.alert} alert={one} />
      ))}
    </div>
  );
}

function Alert({ alert }: { alert: AlertView }) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const [resolving, setResolving] = useState(false);
  const name = nameOf(room, alert.seat);
  const title =
    alert.source === "help"
      ? t("staff.asked", { name })
      : alert.source === "check_in"
        ? t("staff.checkIn", { name })
        : t("staff.raised", { name });
  return (
    <article className={classes.alert} data-taken={alert.by !== null || undefined}>
      <h2>
        {title} <Since at={alert.at} />
      </h2>
      <p>{t("staff.only")}</p>
      {alert.dropped && <p className={classes.dropped}>{t("staff.dropped", { name })}</p>}
      {alert.words && <blockquote>{alert.words}</blockquote>}
      {alert.quoted && <blockquote>{alert.quoted}</blockquote>}
      <p>
        {alert.location || alert.callback
          ? t("staff.reach", { location: alert.location ?? "", phone: alert.callback ?? "" })
          : t("staff.unknown")}
      </p>
      {alert.by && <p className="soft">{t("staff.hasIt", { name: nameOf(room, alert.by) })}</p>}
      <div className={classes.buttons}>
        {alert.by === null && (
          <Button
            variant="filled"
            onClick={() => void give({ type: "Acknowledge", alert: alert.alert })}
          >
            {t("staff.have")}
          </Button>
        )}
        <Button onClick={() => setResolving(true)}>{t("staff.resolve")}</Button>
        {alert.callback && (
          <Button component="a" href={`tel:${alert.callback.replace(/[^\d+]/g, "")}`}>
            {t("help.call")}
          </Button>
        )}
      </div>
      <Modal opened={resolving} onClose={() => setResolving(false)} title={title}>
        <Resolving alert={alert.alert} close={() => setResolving(false)} />
      </Modal>
    </article>
  );
}

function Since({ at }: { at: number }) {
  const now = useNow();
  return (
    <span className="soft tabular" aria-live="off">
      {span(now - at)}
    </span>
  );
}

const OUTCOMES = [
  "safe",
  "safety_plan",
  "referred",
  "emergency_services",
  "not_reached",
  "mistaken",
] as const;

function Resolving({ alert, close }: { alert: string; close: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const [outcome, setOutcome] = useState<Resolve["outcome"]>("safe");
  const [note, setNote] = useState("");
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await give({ type: "Resolve", alert, outcome, note })) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t("staff.outcome")}
        value={outcome}
        data={OUTCOMES.map((value) => ({ value, label: t(`staff.outcomes.${value}`) }))}
        onChange={(event) => setOutcome(event.currentTarget.value as Resolve["outcome"])}
      />
      <Textarea
        label={t("staff.note")}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={desk.buttons}>
        <Button type="submit" variant="filled">
          {t("staff.resolve")}
        </Button>
      </div>
    </form>
  );
}
