import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAwake } from "../../../room/awake";
import { useRoom } from "../../../room/hooks";
import { Chat } from "../Chat";
import { Circle } from "../Circle";
import { PlaceLine, Recalled } from "../places/Here";
import { HandoutHolder } from "../share/Handouts";
import { Leading } from "../share/Leading";
import { Captions } from "../stage/Captions";
import { Chosen } from "../stage/Chosen";
import { Faces } from "../stage/Faces";
import { YourShare } from "../stage/Invited";
import { MapLine } from "../stage/MapLine";
import { Sounding } from "../stage/Sounding";
import { SoundCorner, StageBar } from "../stage/StageBar";
import { SoundStatus } from "../stage/Status";
import { useView } from "../stage/view";
import { Alerts } from "./Alerts";
import { Answers } from "./Answers";
import { Bar } from "./Bar";
import { Card } from "./Card";
import { ChatMode } from "./ChatMode";
import classes from "./Desk.module.css";
import { Hands } from "./Hands";
import { Head } from "./Head";
import { Prompt } from "./Prompt";
import { Overview } from "./places/Overview";
import { Roster } from "./Roster";
import { Round } from "./Round";
import { Self } from "./Self";
import { CardContext } from "./stance";
import { Visitors } from "./Visitors";

const PARTS = ["group", "everyone", "talk"] as const;
type Part = (typeof PARTS)[number];

/** The facilitator's room: the most urgent at the left, the group in the middle, everyone right. */
export default function Desk() {
  return (
    <Sounding>
      <Chosen>
        <HandoutHolder>
          <Whole />
        </HandoutHolder>
      </Chosen>
    </Sounding>
  );
}

function Whole() {
  const { t } = useTranslation();
  const [seat, open] = useState<string | null>(null);
  const [part, show] = useState<Part>("group");
  const { view } = useView();
  useAwake();
  return (
    <CardContext value={open}>
      <div className={classes.desk}>
        <Head />
        <main className={classes.main} data-part={part} data-view={view}>
          <div className={classes.urgent}>
            <Alerts />
            <Visitors />
            <Switch part={part} show={show} />
            <div className={classes.floor}>
              <Overview />
              <Hands />
              <Prompt />
              <Answers />
            </div>
          </div>
          <section className={classes.group} aria-label={t("staff.group")}>
            <PlaceLine />
            <Recalled />
            <SoundStatus />
            <YourShare />
            <StageBar />
            {view === "faces" ? (
              <Faces coming={classes.coming} choose={open} />
            ) : (
              <div className={classes.ring}>
                <Circle choose={(person) => open(person.seat)} />
                <SoundCorner />
              </div>
            )}
            <Leading />
            <Captions />
            {view === "circle" && <Round />}
          </section>
          <div className={classes.talk}>
            {view === "faces" && <MapLine floor={<Round />} choose={open} timeless />}
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
