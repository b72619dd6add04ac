import { Button, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView } from "../../../../api/protocol.gen";
import { Dialog } from "../../../../components/Dialog";
import { Tag } from "../../../../components/Tag";
import { useGive, useNow, useRoom } from "../../../../room/hooks";
import { span } from "../../../../words/time";
import { MAIN, yourPlace } from "../../places/place";
import { Asking } from "../Asking";
import desk from "../Desk.module.css";
import { useCard, useFacilitates } from "../stance";
import classes from "./Overview.module.css";

/** While side rooms are open: who is where, who raised a hand, and the way there and back. */
export function Overview() {
  const { t } = useTranslation();
  const places = useRoom((room) => room.places);
  const may = useFacilitates();
  const [calling, call] = useState(false);
  if (places === null) return null;
  return (
    <section className={desk.section} aria-label={t("sideRooms.title")}>
      <div className={desk.headed}>
        <h2>
          {t("sideRooms.title")}
          {places.closes_at !== null && <Left until={places.closes_at} />}
        </h2>
      </div>
      <div className={classes.places}>
        <Place place={MAIN} name={t("places.main")} />
        {places.open.map((one) => (
          <Place key={one.place} place={one.place} name={one.name} />
        ))}
      </div>
      {may && (
        <Button className={classes.recall} onClick={() => call(true)}>
          {t("sideRooms.recall")}
        </Button>
      )}
      <Dialog open={calling} close={() => call(false)} title={t("sideRooms.recallTitle")}>
        <Recalling close={() => call(false)} />
      </Dialog>
    </section>
  );
}

function Left({ until }: { until: number }) {
  const now = useNow();
  return (
    <span className="tabular" role="timer" aria-live="off">
      {" · "}
      {span(until - now)}
    </span>
  );
}

function Place({ place, name }: { place: string; name: string }) {
  const { t } = useTranslation();
  const give = useGive();
  const people = useRoom((room) => room.people);
  const here = useRoom((room) => yourPlace(room) === place);
  const there = people.filter((one) => one.place === place);
  return (
    <article className={classes.place} data-here={here || undefined}>
      <div className={classes.head}>
        <h3>{name}</h3>
        {here ? (
          <Tag tone="pine">{t("sideRooms.youAreHere")}</Tag>
        ) : (
          <Button
            className={classes.go}
            aria-label={t("sideRooms.goTo", { name })}
            onClick={() => void give({ type: "GoTo", place })}
          >
            {t("sideRooms.go")}
          </Button>
        )}
      </div>
      {there.length === 0 ? (
        <p className="soft">{t("sideRooms.nobody")}</p>
      ) : (
        <ul className={classes.people}>
          {there.map((one) => (
            <Someone key={one.seat} one={one} />
          ))}
        </ul>
      )}
    </article>
  );
}

function Someone({ one }: { one: PersonView }) {
  const { t } = useTranslation();
  const open = useCard();
  const hand = useRoom((room) => room.hands.findIndex((other) => other.seat === one.seat));
  return (
    <li>
      <UnstyledButton
        className={classes.someone}
        data-away={one.state !== "here" || undefined}
        {...(hand >= 0 ? { "aria-label": `${one.name}, ${t("stage.hand", { n: hand + 1 })}` } : {})}
        onClick={() => open(one.seat)}
      >
        {one.name}
        {hand >= 0 && <span className={classes.hand}>{hand + 1}</span>}
      </UnstyledButton>
    </li>
  );
}

/** Everyone back: with a minute that everyone sees, or at once. */
function Recalling({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  return (
    <Asking
      command={{ type: "Recall", seconds: 60 }}
      close={close}
      go={t("sideRooms.recallMinute")}
      lead={t("sideRooms.recallLead")}
    >
      <Button
        onClick={() => void give({ type: "Recall", seconds: 0 }).then((done) => done && close())}
      >
        {t("sideRooms.recallNow")}
      </Button>
    </Asking>
  );
}
