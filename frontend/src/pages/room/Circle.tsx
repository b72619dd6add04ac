import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView } from "../../api/protocol.gen";
import { arc, initials, type Place, places, RADIUS, SIZE, seatRadius } from "../../room/circle";
import { useHere } from "../../room/hooks";
import classes from "./Circle.module.css";
import { useMiddle } from "./middle";

type Props = { choose?: (person: PersonView) => void };

/** The group as it sits, with the time in the middle; the list beside it says the same. */
export function Circle({ choose }: Props) {
  const { t } = useTranslation();
  const { room } = useHere();
  const { time, line } = useMiddle();
  const all = places(room);
  const turn = room.round ? all.find((one) => one.floor)?.turn : undefined;
  const size = seatRadius(all.length);
  return (
    <section className={classes.circle} aria-label={t("room.circle")}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section is named, and each seat too */}
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden={choose === undefined}>
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} className={classes.line} />
        {turn ? <path d={arc(turn)} className={classes.round} /> : null}
        <text x="160" y="158" className={classes.time}>
          {time}
        </text>
        <text x="160" y="184" className={classes.under}>
          {line}
        </text>
        {all.map((place) => (
          <Seat key={place.person.seat} place={place} size={size} choose={choose} />
        ))}
      </svg>
      <ol className="heard-only">
        {all.map((place) => (
          <li key={place.person.seat}>
            <Described place={place} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Seat({ place, size, choose }: { place: Place; size: number } & Props) {
  const { person, x, y, hand, floor } = place;
  const words = useDescription(place);
  const pick = choose && (() => choose(person));
  const buttoned = pick && {
    role: "button",
    tabIndex: 0,
    "aria-label": words,
    onClick: pick,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === " ") pick();
    },
  };
  return (
    <g
      className={classes.seat}
      data-shade={person.leads ? "lead" : place.shade}
      data-away={person.state !== "here" || undefined}
      {...buttoned}
    >
      <title>{words}</title>
      {floor && <circle cx={x} cy={y} r={size + 7} className={classes.floor} />}
      <circle cx={x} cy={y} r={size} className={classes.disc} />
      <text x={x} y={y} fontSize={size * 0.68} className={classes.initials}>
        {initials(person.name)}
      </text>
      {person.microphone && <circle cx={x} cy={y} r={size + 3} className={classes.speaking} />}
      {hand !== null && (
        <g className={classes.hand}>
          <circle cx={x + size * 0.78} cy={y - size * 0.78} r="11" />
          <text x={x + size * 0.78} y={y - size * 0.78}>
            {hand}
          </text>
        </g>
      )}
    </g>
  );
}

function Described({ place }: { place: Place }) {
  return useDescription(place);
}

/** A seat in words: everything its picture says. */
function useDescription({ person, hand, floor }: Place): string {
  const { t } = useTranslation();
  const { room } = useHere();
  const parts = [
    person.name,
    person.seat === room.you.seat && t("room.you"),
    person.leads && t("room.leads"),
    t(`room.${person.state}`),
    floor && t("room.hasFloor"),
    hand !== null && t("room.hand", { n: hand }),
    person.microphone && t("room.speaking"),
  ];
  return parts.filter(Boolean).join(", ");
}
