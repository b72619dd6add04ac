import { useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAwake } from "../../room/awake";
import { useRoom } from "../../room/hooks";
import { clockTime } from "../../words/time";
import { Announcement } from "./Announcement";
import { Asked } from "./Asked";
import { Chat } from "./Chat";
import { Circle } from "./Circle";
import { Controls } from "./Controls";
import { CheckIn, Invitation, useWanted } from "./checkin/CheckIn";
import type { Moment } from "./checkin/saving";
import { Floor } from "./Floor";
import classes from "./Inside.module.css";
import { LeaveButton } from "./Leave";
import { Elsewhere, PlaceLine, Recalled } from "./places/Here";
import { Reactions } from "./Reactions";
import { HandoutHolder } from "./share/Handouts";
import { Leading } from "./share/Leading";
import { Captions } from "./stage/Captions";
import { Chosen } from "./stage/Chosen";
import { Faces } from "./stage/Faces";
import { Invited } from "./stage/Invited";
import { MapLine } from "./stage/MapLine";
import { Sounding } from "./stage/Sounding";
import { SoundCorner, StageBar } from "./stage/StageBar";
import { SoundStatus } from "./stage/Status";
import { useView } from "./stage/view";

/** The group as a participant or a guest lives it: circle or faces, floor, chat, six buttons. */
export function Inside() {
  return (
    <Sounding>
      <Chosen>
        <HandoutHolder>
          <Group />
        </HandoutHolder>
      </Chosen>
    </Sounding>
  );
}

function Group() {
  const [writing, setWriting] = useState(false);
  const [checking, check] = useState<Moment | null>(null);
  const wide = useMediaQuery("(min-width: 860px)") ?? false;
  const box = useRef<HTMLTextAreaElement>(null);
  const round = useWanted("round");
  useAwake();
  // A round that is over is no longer asked about.
  useEffect(() => {
    if (round === "no") check((moment) => (moment === "round" ? null : moment));
  }, [round]);

  function write() {
    check(null);
    setWriting(!writing || wide);
    if (!writing || wide) requestAnimationFrame(() => box.current?.focus());
  }
  const close = () => check(null);
  const { view } = useView();
  const faces = view === "faces";
  const busy = writing || checking !== null;
  return (
    <div className={classes.room}>
      <Head />
      <main
        className={classes.main}
        data-view={view}
        data-writing={writing || undefined}
        data-form={checking !== null || undefined}
      >
        <div className={classes.group}>
          <Recalled />
          <Announcement />
          <Asked />
          <Invited />
          <SoundStatus />
          {faces && !wide && <MapLine />}
          <StageBar />
          {faces ? (
            <Faces coming={classes.coming} low={busy && !wide} />
          ) : (
            <div className={classes.ring}>
              <Circle />
              <SoundCorner />
              <Reactions />
            </div>
          )}
          <Leading />
          <Captions />
          {!faces && <Floor />}
          {(!faces || wide) && <Elsewhere />}
          {checking === null && <Invitation moment="round" open={() => check("round")} />}
          {checking === null && <BeforeOrNot open={() => check("before")} />}
        </div>
        <div className={classes.talk} data-shut={(faces && !wide && !busy) || undefined}>
          {faces && wide && <MapLine />}
          {checking !== null && (
            <div className={classes.form}>
              <CheckIn key={checking} moment={checking} close={close} />
            </div>
          )}
          {(wide || (checking === null && (writing || !faces))) && (
            <Chat box={box} open={writing || wide} empty={writing || wide} />
          )}
        </div>
      </main>
      <Controls writing={writing} reading={wide || writing || !faces} write={write} />
    </div>
  );
}

/** Whoever came in without checking in can still do so; who has, is not asked again here. */
function BeforeOrNot({ open }: { open: () => void }) {
  const before = useWanted("before");
  const round = useWanted("round");
  const early = useRoom((room) => room.times.phase === "door_open");
  return before === "yes" && round === "no" && early ? (
    <Invitation moment="before" open={open} />
  ) : null;
}

function Head() {
  const { t, i18n } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever was let in, and reads by ear or by keyboard, is here now.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const { title, name, started } = useRoom((room) => ({
    title: room.name,
    name: room.you.name,
    started: room.times.started_at,
  }));
  return (
    <header className={classes.head}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className="soft tabular">
          {started === null
            ? t("room.before", { name })
            : t("room.since", { name, time: clockTime(started, i18n.language) })}
        </p>
        <PlaceLine />
      </div>
      <LeaveButton />
    </header>
  );
}
