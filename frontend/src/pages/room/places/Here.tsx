import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useGive, useNow, useRoom } from "../../../room/hooks";
import type { Room } from "../../../room/state";
import { clockTime, span } from "../../../words/time";
import classes from "./Here.module.css";
import { besideYou, elsewhere, MAIN, placeName, yourPlace } from "./place";

// A dot between two parts stays on the line of the first.
const DOT = "\u00a0· ";

/** Where one is, while side rooms are open: which one, until when, and who is there too. */
export function PlaceLine() {
  const side = useRoom((room) => yourPlace(room) !== MAIN);
  return side ? <Side /> : <Others />;
}

function Side() {
  const { t, i18n } = useTranslation();
  const { name, closes, names } = useHere();
  return (
    <div className={classes.here}>
      <p>
        <strong>{t("places.here", { name })}</strong>
        <span className="soft tabular">
          {DOT}
          {closes === null
            ? t("places.open")
            : t("places.backAt", { time: clockTime(closes, i18n.language) })}
          {closes !== null && <Left until={closes} />}
        </span>
      </p>
      <p className="soft">{names === "" ? t("places.alone") : t("places.withYou", { names })}</p>
    </div>
  );
}

/** For whoever stayed: when the others come back. Staff have it over the list of side rooms. */
function Others() {
  const until = useRoom((room) => (room.staff === null ? closing(room) : null));
  return until === null ? null : <ComeBack until={until} />;
}

function ComeBack({ until }: { until: number }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <p className={`soft tabular ${classes.here}`} role="timer" aria-live="off">
      {t("places.comeBack", { time: span(until - now) })}
    </p>
  );
}

function Left({ until }: { until: number }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <span role="timer" aria-live="off">
      {DOT}
      {t("places.left", { time: span(until - now) })}
    </span>
  );
}

function useHere() {
  const { i18n } = useTranslation();
  // Lists are made from what was read, not while it is read: a new list is a change each time.
  const room = useRoom(({ people, you, places }) => ({ people, you, places }));
  const place = yourPlace(room);
  const others = besideYou(room).filter((one) => one.seat !== room.you.seat);
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  return {
    name: placeName(room, place),
    closes: room.places?.closes_at ?? null,
    names: list.format(others.map((one) => one.name)),
  };
}

// Within its last minute a side room says aloud that it closes: also when it is called back.
const SOON_MS = 60_000;

/** Everyone is about to be together again, and in how long that happens by itself. */
export function Recalled() {
  const until = useRoom((room) => (yourPlace(room) === MAIN ? null : closing(room)));
  return until === null ? null : <Soon until={until} />;
}

function closing({ places }: Pick<Room, "places">): number | null {
  return places?.closes_at ?? null;
}

function Soon({ until }: { until: number }) {
  const { t } = useTranslation();
  const give = useGive();
  const staff = useRoom((room) => room.staff !== null);
  const now = useNow();
  if (until - now > SOON_MS) return null;
  return (
    <section className={classes.recalled} aria-label={t("places.recalled")}>
      <div>
        <p role="alert">
          <strong>{t("places.recalled")}</strong>
        </p>
        <p className="tabular" role="timer" aria-live="off">
          {t("places.recalledIn", { time: span(until - now) })}
        </p>
      </div>
      {staff && (
        <Button variant="filled" onClick={() => void give({ type: "GoTo", place: MAIN })}>
          {t("places.goBack")}
        </Button>
      )}
    </section>
  );
}

/** Who is in the other places, listed small; nothing while everyone is together. */
export function Elsewhere() {
  const { t, i18n } = useTranslation();
  const room = useRoom(({ people, you, places }) => ({ people, you, places }));
  const others = elsewhere(room);
  if (others.length === 0) return null;
  const list = new Intl.ListFormat(i18n.language, { type: "conjunction" });
  return (
    <ul className={classes.elsewhere} aria-label={t("places.elsewhere")}>
      {grouped(room).map(([place, names]) => (
        <li key={place}>
          {t("places.ofPlace", {
            place: place === MAIN ? t("places.main") : placeName(room, place),
            names: list.format(names),
          })}
        </li>
      ))}
    </ul>
  );
}

type Placed = Pick<Room, "people" | "you" | "places">;

/** The other places that hold somebody, in the order in which they are listed. */
function grouped(room: Placed): readonly (readonly [string, readonly string[]])[] {
  const others = elsewhere(room);
  const order = [MAIN, ...(room.places?.open.map((one) => one.place) ?? [])];
  return order.flatMap((place) => {
    const names = others.filter((one) => one.place === place).map((one) => one.name);
    return names.length > 0 ? [[place, names] as const] : [];
  });
}
