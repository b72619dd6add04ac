import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ExpectedView, PersonView } from "../../../api/protocol.gen";
import { seated } from "../../../room/circle";
import { useGive, useHere } from "../../../room/hooks";
import desk from "./Desk.module.css";
import classes from "./Roster.module.css";

/** Everyone inside as they sit, then whoever is expected and not here. */
export function Roster({ choose }: { choose: (person: PersonView) => void }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const inside = seated(room);
  const away = (room.staff?.expected ?? []).filter(
    (one) => one.standing !== "inside" && (one.role !== "staff" || one.standing !== "outside"),
  );
  const title = t("staff.everyone", { here: inside.length, expected: away.length });
  return (
    <section className={desk.section} aria-label={title}>
      <h2>{title}</h2>
      <ul className={desk.panel}>
        {inside.map((one) => (
          <li key={one.seat}>
            <UnstyledButton className={classes.name} onClick={() => choose(one)}>
              {one.name}
            </UnstyledButton>
            <State person={one} />
          </li>
        ))}
        {away.map((one) => (
          <Absent key={one.seat} one={one} />
        ))}
      </ul>
    </section>
  );
}

function State({ person }: { person: PersonView }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const expected = room.staff?.expected.find((one) => one.seat === person.seat);
  if (person.state === "away") return <Tag tone="sun" words={t("staff.away")} />;
  if (person.state === "reconnecting") return <Tag tone="sun" words={t("room.reconnecting")} />;
  if (person.leads) return <Tag tone="pine" words={t("room.leads")} />;
  if (person.microphone) return <Tag tone="none" words={t("room.speaking")} />;
  return expected?.checked_in.length ? <Tag tone="none" words={t("staff.checkedIn")} /> : null;
}

function Absent({ one }: { one: ExpectedView }) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const begun = room.times.started_at !== null;
  const out = one.standing === "removed" || one.standing === "refused";
  return (
    <li className="soft">
      <span>{one.name}</span>
      {out ? (
        <UnstyledButton
          className={classes.back}
          onClick={() => void give({ type: "LetBackIn", seat: one.seat })}
        >
          {t("staff.letBackIn")}
        </UnstyledButton>
      ) : (
        <Tag
          tone={one.standing !== "outside" ? "sun" : begun ? "care" : "none"}
          words={t(`staff.standing.${one.standing}`)}
        />
      )}
    </li>
  );
}

function Tag({ tone, words }: { tone: string; words: string }) {
  return (
    <span className={desk.tag} data-tone={tone}>
      {words}
    </span>
  );
}
