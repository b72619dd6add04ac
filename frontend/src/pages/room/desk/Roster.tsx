import { Button, UnstyledButton } from "@mantine/core";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ExpectedView, PersonView } from "../../../api/protocol.gen";
import { Tag } from "../../../components/Tag";
import { seated } from "../../../room/circle";
import { useGive, useNow, useRoom } from "../../../room/hooks";
import { live, type Room } from "../../../room/state";
import { useWeak } from "../stage/weak";
import desk from "./Desk.module.css";
import { type Read, soFar, useRead } from "./minutes";
import classes from "./Roster.module.css";
import { useCard, useFacilitates } from "./stance";

/** Everyone inside as they sit, then whoever is expected and not here. */
export function Roster() {
  const { t } = useTranslation();
  const inside = useRoom(seated);
  const away = useRoom(absent);
  const read = useRead();
  const title = t("staff.everyone", { here: inside.length, expected: away.length });
  return (
    <section className={desk.section} aria-label={title}>
      <div className={desk.headed}>
        <h2>{title}</h2>
      </div>
      <ul className={`${desk.panel} ${classes.rows}`}>
        {inside.map((one) => (
          <Inside key={one.seat} one={one} read={read} />
        ))}
        {away.map((one) => (
          <Absent key={one.seat} one={one} />
        ))}
      </ul>
    </section>
  );
}

function absent(room: Room) {
  return (room.staff?.expected ?? []).filter((one) => one.standing !== "inside");
}

function Name({ seat, name, note }: { seat: string; name: string; note?: string }) {
  const { t } = useTranslation();
  const open = useCard();
  return (
    <UnstyledButton className={classes.name} onClick={() => open(seat)}>
      <span>{name}</span> {note && <span className={classes.note}>{note}</span>}
      <span className="heard-only">{t("staff.card")}</span>
    </UnstyledButton>
  );
}

type InsideProps = { one: PersonView; read: Read };

const Inside = memo(function Inside({ one, read }: InsideProps) {
  const { t } = useTranslation();
  const give = useGive();
  const may = useFacilitates();
  const mine = useRoom((room) => one.seat === room.you.seat);
  const checked = useRoom(
    (room) => room.staff?.expected.find((other) => other.seat === one.seat)?.checked_in.length,
  );
  const weak = useWeak(one);
  const notes = [
    one.function && t(`staff.functions.${one.function}` as "staff.functions.family"),
    one.role === "staff" && !one.facilitates && t("staff.looksOn"),
    checked && t("staff.checkedIn"),
    one.follows === "text" && t("staffStage.reads"),
    one.follows === "sound" && t("staffStage.hears"),
    weak !== null && t(`stage.${weak}`),
  ].filter(Boolean);
  return (
    <li>
      <Name seat={one.seat} name={one.name} note={notes.join(" · ")} />
      {one.microphone && !mine && may ? (
        <Button
          className={classes.mute}
          aria-label={t("staff.muteOne", { name: one.name })}
          onClick={() => void give({ type: "Mute", seat: one.seat })}
        >
          {t("staff.mute")}
        </Button>
      ) : (
        <State one={one} read={read} />
      )}
    </li>
  );
});

function State({ one, read }: InsideProps) {
  const { t } = useTranslation();
  if (one.state === "away") return <Tag tone="sun">{t("staff.away")}</Tag>;
  if (one.state === "reconnecting") return <Tag tone="sun">{t("room.reconnecting")}</Tag>;
  if (one.leads) return <Tag tone="pine">{t("room.leads")}</Tag>;
  return read ? <Minutes read={read} one={one} /> : null;
}

function Minutes({ read, one }: { read: NonNullable<Read>; one: PersonView }) {
  const { t } = useTranslation();
  const times = useRoom((room) => room.times);
  const now = useNow();
  if (!live(times.phase)) return null;
  return (
    <span className="soft tabular">
      {t("staff.minutes", { minutes: soFar(read, one, times, now) })}
    </span>
  );
}

function Absent({ one }: { one: ExpectedView }) {
  const { t } = useTranslation();
  const give = useGive();
  const may = useFacilitates();
  const begun = useRoom((room) => room.times.started_at !== null);
  const out = one.standing === "removed" || one.standing === "refused";
  const missing = begun && one.role === "participant" && one.standing === "outside";
  const tone = one.standing === "outside" || one.standing === "left" ? "none" : "sun";
  return (
    <li className="soft">
      <Name seat={one.seat} name={one.name} note={out ? t(`staff.standing.${one.standing}`) : ""} />
      {out && may ? (
        <Button
          className={classes.mute}
          aria-label={`${t("staff.letBackIn")}: ${one.name}`}
          onClick={() => void give({ type: "LetBackIn", seat: one.seat })}
        >
          {t("staff.letBackIn")}
        </Button>
      ) : (
        <Tag tone={missing ? "care" : tone}>{t(`staff.standing.${one.standing}`)}</Tag>
      )}
    </li>
  );
}
