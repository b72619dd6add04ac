import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView } from "../../../api/protocol.gen";
import { useGive, useHere } from "../../../room/hooks";
import { Chat } from "../Chat";
import { Circle } from "../Circle";
import { useMiddle } from "../middle";
import { Alerts } from "./Alerts";
import { Bar } from "./Bar";
import { Card } from "./Card";
import classes from "./Desk.module.css";
import { Hands } from "./Hands";
import { Roster } from "./Roster";
import { Round } from "./Round";
import { Visitors } from "./Visitors";

/** The facilitator's room: the most urgent at the left, the group in the middle, everyone right. */
export function Desk() {
  const { t } = useTranslation();
  const [card, setCard] = useState<PersonView | null>(null);
  return (
    <div className={classes.desk}>
      <Head />
      <main className={classes.main}>
        <div className={classes.urgent}>
          <Alerts />
          <Visitors />
          <Hands />
        </div>
        <div className={classes.middle}>
          <section className={classes.group} aria-label={t("room.circle")}>
            <Circle choose={setCard} />
            <Round />
          </section>
          <div className={classes.talk}>
            <h2>{t("chat.title")}</h2>
            <Chat />
          </div>
        </div>
        <div className={classes.everyone}>
          <Roster choose={setCard} />
        </div>
      </main>
      <Bar />
      <Card seat={card?.seat ?? null} close={() => setCard(null)} />
    </div>
  );
}

function Head() {
  const { t } = useTranslation();
  const { room } = useHere();
  const give = useGive();
  const { time, line } = useMiddle();
  const { times, locked, staff } = room;
  const here = room.people.filter((one) => one.role === "participant").length;
  return (
    <header className={classes.head}>
      <h1>{room.name}</h1>
      <span className={classes.phase} data-phase={times.phase}>
        {t(`phase.${times.phase}`)}
      </span>
      <p className={classes.time}>
        <strong className="tabular">{time}</strong> <span className="soft tabular">{line}</span>
      </p>
      {staff?.start_due && <span className={classes.due}>{t("staff.startDue")}</span>}
      {staff?.alone_since && <span className={classes.due}>{t("staff.alone")}</span>}
      <p className={classes.seats}>
        <span className="soft">
          {t("staff.seats", { here, capacity: staff?.capacity ?? 0 })}
          {locked && ` · ${t("staff.locked")}`}
        </span>
        <Button onClick={() => void give(locked ? { type: "Unlock" } : { type: "Lock" })}>
          {locked ? t("staff.unlock") : t("staff.lock")}
        </Button>
      </p>
    </header>
  );
}
