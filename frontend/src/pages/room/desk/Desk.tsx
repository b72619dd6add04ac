import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../../room/hooks";
import { Chat } from "../Chat";
import { Circle } from "../Circle";
import { Alerts } from "./Alerts";
import { Answers } from "./Answers";
import { Bar } from "./Bar";
import { Card } from "./Card";
import { ChatMode } from "./ChatMode";
import classes from "./Desk.module.css";
import { Hands } from "./Hands";
import { Head } from "./Head";
import { Prompt } from "./Prompt";
import { Roster } from "./Roster";
import { Round } from "./Round";
import { Self } from "./Self";
import { CardContext } from "./stance";
import { Visitors } from "./Visitors";

const PARTS = ["group", "everyone", "talk"] as const;
type Part = (typeof PARTS)[number];

/** The facilitator's room: the most urgent at the left, the group in the middle, everyone right. */
export default function Desk() {
  const { t } = useTranslation();
  const [seat, open] = useState<string | null>(null);
  const [part, show] = useState<Part>("group");
  return (
    <CardContext value={open}>
      <div className={classes.desk}>
        <Head />
        <main className={classes.main} data-part={part}>
          <div className={classes.urgent}>
            <Alerts />
            <Visitors />
            <Switch part={part} show={show} />
            <div className={classes.floor}>
              <Hands />
              <Prompt />
              <Answers />
            </div>
          </div>
          <section className={classes.group} aria-label={t("staff.group")}>
            <Circle choose={(person) => open(person.seat)} />
            <Round />
          </section>
          <div className={classes.talk}>
            <div className={classes.headed}>
              <h2>{t("chat.title")}</h2>
              <ChatMode />
            </div>
            <Chat />
          </div>
          <div className={classes.everyone}>
            <Self />
            <Roster />
          </div>
        </main>
        <Bar />
        <Card seat={seat} close={() => open(null)} />
      </div>
    </CardContext>
  );
}

/** Where there is room for one part only: which one. Alerts and the door stay above it. */
function Switch({ part, show }: { part: Part; show: (part: Part) => void }) {
  const { t } = useTranslation();
  const { hands, written } = useRoom((room) => ({
    hands: room.hands.length,
    written: room.messages.length,
  }));
  const [read, setRead] = useState(written);
  useEffect(() => {
    if (part === "talk" || written < read) setRead(written);
  }, [part, written, read]);
  const fresh = part === "talk" ? 0 : Math.max(0, written - read);
  const notes = {
    group: part !== "group" && hands > 0 && t("staff.raised", { count: hands }),
    everyone: false,
    talk: fresh > 0 && t("staff.fresh", { count: fresh }),
  };
  return (
    <fieldset className={classes.switch} aria-label={t("staff.parts")}>
      {PARTS.map((one) => (
        <Button
          key={one}
          variant={one === part ? "light" : "subtle"}
          aria-pressed={one === part}
          onClick={() => show(one)}
        >
          {t(`staff.part.${one}`)}
          {notes[one] && <span className={classes.note}>{notes[one]}</span>}
        </Button>
      ))}
    </fieldset>
  );
}
