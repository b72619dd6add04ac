import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AlertView } from "../../../api/protocol.gen";
import { Dialog } from "../../../components/Dialog";
import { useGive, useNow, useRoom } from "../../../room/hooks";
import { span } from "../../../words/time";
import classes from "./Alerts.module.css";
import { called } from "./given";
import { Phone } from "./Phone";
import { Resolving } from "./Resolving";
import { useCard, useName } from "./stance";

const NONE: readonly AlertView[] = [];

/** Who needs somebody: first whom nobody has in hand, the newest above; over everything else. */
export function Alerts() {
  const alerts = useRoom((room) => room.staff?.alerts ?? NONE);
  return (
    <div role="alert" className={classes.alerts}>
      {ranked(alerts).map((one) => (
        <Alert key={one.alert} alert={one} />
      ))}
    </div>
  );
}

/** The open alerts in the order in which they need somebody. */
export function ranked(alerts: readonly AlertView[]): readonly AlertView[] {
  const open = alerts.filter((one) => one.outcome === null);
  const calm = (one: AlertView) => (one.dropped ? 0 : one.by === null ? 1 : 2);
  return [...open].sort((one, other) => calm(one) - calm(other) || other.at - one.at);
}

function Alert({ alert }: { alert: AlertView }) {
  const { t } = useTranslation();
  const give = useGive();
  const open = useCard();
  const [resolving, setResolving] = useState(false);
  const name = useName(alert.seat);
  const by = useName(alert.by ?? "");
  const title = t(`staff.alertOf.${alert.source}`, { name });
  return (
    <article className={classes.alert} data-taken={alert.by !== null || undefined}>
      <h2>
        {title} <Since at={alert.at} />
      </h2>
      <p>{t("staff.only")}</p>
      {alert.somebody_else && <p>{t("staff.somebodyElse", { name })}</p>}
      {alert.dropped && <p className={classes.dropped}>{t("staff.dropped", { name })}</p>}
      <Said alert={alert} />
      <p>{alert.location || alert.callback ? <Reach alert={alert} /> : t("staff.unknown")}</p>
      {alert.by && <p className="soft">{t("staff.hasIt", { name: by })}</p>}
      <div className={classes.buttons}>
        {alert.by === null && (
          <Button
            variant="filled"
            onClick={() => void give({ type: "Acknowledge", alert: alert.alert })}
          >
            {t("staff.have")}
          </Button>
        )}
        {/* The card is of the person to whom the seat belongs. */}
        {!alert.somebody_else && (
          <Button onClick={() => open(alert.seat)}>{t("staff.callCard")}</Button>
        )}
        <Button onClick={() => setResolving(true)}>{t("staff.resolve")}</Button>
      </div>
      <Dialog open={resolving} close={() => setResolving(false)} title={title}>
        <Resolving alert={alert.alert} close={() => setResolving(false)} />
      </Dialog>
    </article>
  );
}

function Reach({ alert }: { alert: AlertView }) {
  const { t } = useTranslation();
  return (
    <>
      {alert.location}
      {alert.location && alert.callback && " · "}
      {alert.callback && (
        <>
          {t("staff.callAt")} <Phone number={alert.callback} />
        </>
      )}
    </>
  );
}

/** What the person wrote, the message it is about, or the answer that called. */
function Said({ alert }: { alert: AlertView }) {
  const { t, i18n } = useTranslation();
  const { form, given } = useRoom((room) => ({
    form: room.form,
    given: room.staff?.expected.find((one) => one.seat === alert.seat)?.checkins,
  }));
  const own = alert.item && !alert.somebody_else;
  const line = own ? called(form, given ?? {}, alert.item, i18n.language) : null;
  return (
    <>
      {line && (
        <blockquote>
          {line.asks} <strong>{line.says ?? t("staff.passed")}</strong>
        </blockquote>
      )}
      {alert.words && <blockquote>{alert.words}</blockquote>}
      {alert.quoted && <blockquote>{alert.quoted}</blockquote>}
    </>
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
