import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Panel } from "../../../components/Panel";
import { useAround, useRoom } from "../../../room/hooks";
import { clockTime } from "../../../words/time";
import { After } from "../../meeting/After";
import { Chat } from "../Chat";
import { Alerts } from "./Alerts";
import { Card } from "./Card";
import classes from "./Closing.module.css";
import { CardContext } from "./stance";

/** After the group, for its staff: open alerts with their line, the record, corrections, the sign. */
export default function Closing() {
  const { t } = useTranslation();
  const { session } = useAround();
  const [seat, open] = useState<string | null>(null);
  const { name, phase } = useRoom((room) => ({ name: room.name, phase: room.times.phase }));
  const title = phase === "not_held" || phase === "cancelled" ? phase : "ended";
  return (
    <CardContext value={open}>
      <main className={classes.closing}>
        <header className={classes.head}>
          <div>
            <h1>{t(`closing.${title}`)}</h1>
            <p className="soft">
              {name} · <Lead />
            </p>
          </div>
          <div className={classes.ways}>
            <Button component={Link} to={`/sessions/${session}`}>
              {t("closing.page")}
            </Button>
            <Button component={Link} to="/">
              {t("closing.schedule")}
            </Button>
          </div>
        </header>
        <Open />
        {phase !== "cancelled" && <After session={session} over />}
      </main>
      <Card seat={seat} close={() => open(null)} />
    </CardContext>
  );
}

function Lead() {
  const { t, i18n } = useTranslation();
  const { phase, starts_at, ends_at, zone } = useRoom((room) => room.times);
  const at = (ms: number) => clockTime(ms, i18n.language, zone);
  if (phase === "not_held") return t("closing.notHeldLead");
  if (phase === "cancelled") return t("closing.cancelledLead");
  return t("closing.endedLead", { from: at(starts_at), to: at(ends_at) });
}

/** What is not over: alerts that nobody has resolved, and the private lines of their people. */
function Open() {
  const { t } = useTranslation();
  const open = useRoom((room) => room.staff?.alerts.some((one) => one.outcome === null) ?? false);
  if (!open) return null;
  return (
    <section className={classes.open} aria-label={t("closing.alerts")}>
      <div className={classes.alerts}>
        <h2>{t("closing.alerts")}</h2>
        <p className="soft">{t("closing.alertsLead")}</p>
        <Alerts />
      </div>
      <Panel title={t("closing.line")}>
        <div className={classes.line}>
          <Chat />
        </div>
      </Panel>
    </section>
  );
}
