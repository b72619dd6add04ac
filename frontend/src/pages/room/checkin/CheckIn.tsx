import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../../room/hooks";
import { Crisis } from "../Help";
import classes from "./CheckIn.module.css";
import { Question } from "./Questions";
import { due, type Moment, useSaving } from "./saving";

/** The group's check-in: saved as one goes, and everything in it may be left out. */
export function CheckIn({ moment, close }: { moment: Moment; close?: () => void }) {
  const { t } = useTranslation();
  const form = useRoom((room) => room.form);
  const saving = useSaving(moment);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (form === null) return null;
  async function finish() {
    setBusy(true);
    const went = await saving.finish();
    setBusy(false);
    if (went) close?.();
  }
  return (
    <section className={classes.checkin} aria-labelledby="check-in">
      <header>
        <h2 id="check-in" ref={heading} tabIndex={-1}>
          {t(`checkin.title_${moment}`)}
        </h2>
        <p className="soft">{t("checkin.lead")}</p>
      </header>
      {due(form.items, moment).map((item) => (
        <Question
          key={item.id}
          item={item}
          said={saving.said(item.id)}
          say={(answer) => saving.say(item.id, answer)}
        />
      ))}
      <p role="status" className={`soft ${classes.state}`}>
        {saving.state === "saved" && t("checkin.saved")}
        {saving.state === "saving" && t("checkin.saving")}
        {saving.state === "unsaved" && t("checkin.unsaved")}
      </p>
      <div className={classes.buttons}>
        <Button variant="filled" loading={busy} onClick={() => void finish()}>
          {t("checkin.done")}
        </Button>
        {close && <Button onClick={close}>{t("checkin.later")}</Button>}
      </div>
    </section>
  );
}

/** A quiet invitation that opens the check-in where it stands, and thanks once it is done. */
export function Invitation({ moment, open }: { moment: Moment; open: () => void }) {
  const { t } = useTranslation();
  const wanted = useWanted(moment);
  if (wanted === "no") return null;
  if (wanted === "done") return <Done moment={moment} open={open} />;
  return (
    <section className={classes.invitation} aria-label={t(`checkin.title_${moment}`)}>
      <p>
        <strong>{t(`checkin.title_${moment}`)}</strong>
        <span className="soft">{t(`checkin.invite_${moment}`)}</span>
      </p>
      <Button onClick={open}>{t("checkin.open")}</Button>
    </section>
  );
}

/** Whoever has checked in is thanked, and told whom to reach; the page does not weigh answers. */
function Done({ moment, open }: { moment: Moment; open: () => void }) {
  const { t } = useTranslation();
  const crisis = useRoom((room) => room.crisis);
  return (
    <section className={classes.invitation} aria-label={t(`checkin.title_${moment}`)}>
      <p role="status">
        <strong>{t("checkin.thanks")}</strong>
        <span className="soft">{t("checkin.thanksHint")}</span>
      </p>
      <Button variant="subtle" onClick={open}>
        {t("checkin.change")}
      </Button>
      {moment === "round" && <Crisis contacts={crisis} />}
    </section>
  );
}

/** Whether this person is asked to check in now: guests and staff never are. */
export function useWanted(moment: Moment): "no" | "yes" | "done" {
  return useRoom((room) => {
    if (room.you.role !== "participant" || room.form === null) return "no";
    if (due(room.form.items, moment).length === 0) return "no";
    if (moment === "round" && !room.round_open) return "no";
    return room.you.checked_in.includes(moment) ? "done" : "yes";
  });
}
