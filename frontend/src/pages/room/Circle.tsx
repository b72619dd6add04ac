import { type KeyboardEvent, memo, useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView, Reacted } from "../../api/protocol.gen";
import { arc, initials, type Place, places, RADIUS, SIZE, seatRadius } from "../../room/circle";
import { useAround, useRoom, useStore } from "../../room/hooks";
import classes from "./Circle.module.css";
import { Glyph } from "./Glyph";
import { useMiddle } from "./middle";
import { ofYourPlace } from "./places/place";
import shades from "./Shades.module.css";
import { useTalking } from "./stage/media";
import { Lines } from "./stage/Sign";
import { useWeak } from "./stage/weak";

type Choose = (person: PersonView) => void;

// With more seats than these, what stands under one would lie on the next.
const ROOMY = 8;

/** The group as it sits, with the time in the middle; the list beside it says the same.
 *
 * As a map, beside tiles, it has neither time nor names. */
export function Circle({ choose, map = false }: { choose?: Choose; map?: boolean }) {
  const { t } = useTranslation();
  const { store } = useAround();
  // Only what the circle shows: what is written in the chat draws nothing here.
  const seen = useRoom(({ people, hands, called, round, you }) => ({
    ...{ people, hands, called, round, you },
  }));
  const you = seen.you.seat;
  const reacted = useStore(store, (view) => view.reacted);
  const all = useMemo(() => places(ofYourPlace(seen)), [seen]);
  const pick = useSteady(choose);
  const turn = seen.round ? all.find((one) => one.floor)?.turn : undefined;
  const size = seatRadius(all.length);
  return (
    <section className={classes.circle} data-map={map || undefined} aria-label={t("room.circle")}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the section is named, and each seat too */}
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden={choose === undefined}>
        <circle cx={SIZE / 2} cy={SIZE / 2} r={RADIUS} className={classes.line} />
        {turn ? <path d={arc(turn)} className={classes.round} /> : null}
        {!map && <Middle />}
        {all.map(({ person, ...place }) => (
          <Seat
            key={person.seat}
            {...place}
            person={person}
            size={size}
            mine={person.seat === you}
            tight={all.length > ROOMY}
            pick={pick}
            reaction={reacted.find((one) => one.seat === person.seat)?.reaction}
          />
        ))}
      </svg>
      <ol className="heard-only">
        {all.map(({ person, hand, floor }) => (
          <Described
            key={person.seat}
            person={person}
            hand={hand}
            floor={floor}
            mine={person.seat === you}
          />
        ))}
      </ol>
    </section>
  );
}

/** The newest of a function that changes, as one that does not. */
function useSteady(choose: Choose | undefined): Choose | undefined {
  const newest = useRef(choose);
  newest.current = choose;
  const steady = useCallback((person: PersonView) => newest.current?.(person), []);
  return choose && steady;
}

const Middle = memo(function Middle() {
  const { time, line } = useMiddle();
  return (
    <>
      <text x="160" y="158" className={classes.time}>
        {time}
      </text>
      <text x="160" y="184" className={classes.under}>
        {line}
      </text>
    </>
  );
});

type Seated = Pick<Place, "person" | "hand" | "floor"> & { mine: boolean };

const Seat = memo(function Seat({
  size,
  pick,
  reaction,
  mine,
  tight,
  ...place
}: Place & {
  size: number;
  mine: boolean;
  tight: boolean;
  pick: Choose | undefined;
  reaction: Reacted["reaction"] | undefined;
}) {
  const { person, x, y, hand, floor } = place;
  const words = useDescription({ person, hand, floor, mine });
  const talking = useTalking(person.seat);
  const weak = useWeak(person);
  const buttoned = pick && {
    role: "button",
    tabIndex: 0,
    "aria-label": words,
    onClick: () => pick(person),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      pick(person);
    },
  };
  return (
    <g
      className={`${classes.seat} ${shades.shaded}`}
      data-shade={person.leads ? "lead" : place.shade}
      data-away={person.state !== "here" || undefined}
      {...buttoned}
    >
      <title>{words}</title>
      {floor && <circle cx={x} cy={y} r={size + 7} className={classes.floor} />}
      <circle cx={x} cy={y} r={size} className={classes.disc} />
      <text
        x={x}
        y={mine && tight ? y - size * 0.18 : y}
        fontSize={size * 0.68}
        className={classes.initials}
      >
        {initials(person.name)}
      </text>
      {person.microphone && !talking && (
        <circle cx={x} cy={y} r={size + 3} className={classes.microphone} />
      )}
      {talking && <Talking x={x} y={y} size={size} />}
      {mine && (
        <text
          x={x}
          y={tight ? y + size * 0.62 : y + size + (floor ? 21 : 15)}
          className={classes.mine}
          data-tight={tight || undefined}
        >
          <You />
        </text>
      )}
      {weak !== null && (
        <g
          className={classes.weak}
          transform={`translate(${x + size * 0.78} ${y + size * 0.78})`}
          data-weak
        >
          <circle r="10" />
          <g transform="translate(-7 -7) scale(0.58)">
            <Lines name="weak" />
          </g>
        </g>
      )}
      {hand !== null && (
        <g className={classes.hand}>
          <circle cx={x + size * 0.78} cy={y - size * 0.78} r="11" />
          <text x={x + size * 0.78} y={y - size * 0.78}>
            {hand}
          </text>
        </g>
      )}
      {reaction && <Floating x={x} y={y} size={size} reaction={reaction} />}
    </g>
  );
});

/** Who talks now: two rings, the outer one broken, so that it is seen without colour. */
function Talking({ x, y, size }: { x: number; y: number; size: number }) {
  return (
    <g className={classes.talking}>
      <circle cx={x} cy={y} r={size + 3} />
      <circle cx={x} cy={y} r={size + 9} strokeDasharray="10 7" />
    </g>
  );
}

function You() {
  const { t } = useTranslation();
  return t("room.you");
}

/** A reaction, outside of the circle at the seat it comes from. */
function Floating({
  x,
  y,
  size,
  reaction,
}: {
  x: number;
  y: number;
  size: number;
  reaction: Reacted["reaction"];
}) {
  const middle = SIZE / 2;
  const outward = 1 + (size + 8) / RADIUS;
  const spot = [x, y].map((one) => middle + (one - middle) * outward);
  return (
    <g className={classes.reaction} transform={`translate(${spot.join(" ")})`}>
      <g className={classes.rise}>
        <circle r="14" />
        <g transform="translate(-9 -9) scale(0.75)">
          <Glyph reaction={reaction} />
        </g>
      </g>
    </g>
  );
}

const Described = memo(function Described(seated: Seated) {
  const { t } = useTranslation();
  const talking = useTalking(seated.person.seat);
  return (
    <li>
      {useDescription(seated)}
      {talking && `, ${t("stage.talking")}`}
    </li>
  );
});

/** A seat in words: everything its picture says. */
function useDescription({ person, hand, floor, mine }: Seated): string {
  const { t } = useTranslation();
  const weak = useWeak(person);
  const parts = [
    person.name,
    mine && t("room.you"),
    person.leads && t("room.leads"),
    t(`room.${person.state}`),
    floor && t("room.hasFloor"),
    hand !== null && t("room.hand", { n: hand }),
    person.microphone && t("room.speaking"),
    person.follows === "text" && t("stage.reads"),
    person.follows === "sound" && t("stage.hears"),
    weak !== null && t(`stage.${weak}`),
  ];
  return parts.filter(Boolean).join(", ");
}
