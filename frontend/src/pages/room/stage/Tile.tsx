import { UnstyledButton } from "@mantine/core";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { floorOf, initials, shade } from "../../../room/circle";
import { useRoom } from "../../../room/hooks";
import { nameOf, person, type Room } from "../../../room/state";
import { ofYourPlace } from "../places/place";
import shades from "../Shades.module.css";
import { useOwnSeat, usePicture, useTalking, useUnkeyed } from "./media";
import { Picture } from "./Picture";
import { Sign } from "./Sign";
import { useInSight } from "./sight";
import classes from "./Tile.module.css";
import type { Tile as Which } from "./tiles";
import { useWeak } from "./weak";

export type TileProps = {
  tile: Which;
  size: "large" | "normal" | "small";
  pinned: boolean;
  pin: (key: string | null) => void;
  /** Opens somebody's card, where there is one. */
  choose?: ((seat: string) => void) | undefined;
};

/** One person, or what one person shares. */
export const Tile = memo(function Tile(props: TileProps) {
  return props.tile.share ? <Shared {...props} /> : <Person {...props} />;
});

function Person({ tile, size, pinned, pin, choose }: TileProps) {
  const { t } = useTranslation();
  const { seat } = tile;
  const one = useRoom((room) => ofSeat(room, seat));
  const talking = useTalking(seat);
  const weak = useWeak({ ...one, seat });
  const mine = useOwnSeat() === seat;
  const [frame, seen] = useInSight<HTMLLIElement>();
  const picture = usePicture(seat, "camera", seen ? size : null);
  const unkeyed = useUnkeyed(seat);
  const note = useNote(one, unkeyed);
  const words = useWords(one, { talking, weak, mine, pinned, unkeyed });
  return (
    <li
      ref={frame}
      className={`${classes.tile} ${shades.shaded}`}
      data-shade={one.leads ? "lead" : shade(seat)}
      data-size={size}
      data-talking={talking || undefined}
      data-away={one.away || undefined}
    >
      <span className="heard-only">{words}</span>
      <span className={classes.avatar} aria-hidden="true">
        <span>{initials(one.name)}</span>
      </span>
      {picture && <Picture stream={picture} mirrored={mine} />}
      <span className={classes.top} aria-hidden="true">
        {one.floor && <span className={classes.chip}>{t("stage.floor")}</span>}
        {one.hand !== null && <span className={classes.hand}>{one.hand}</span>}
      </span>
      <Foot seat={seat} name={one.name} note={note} choose={choose}>
        {!one.away && <Sign name={talking ? "talking" : one.microphone ? "microphone" : "muted"} />}
        {weak !== null && <Sign name="weak" />}
      </Foot>
      <Pin tile={tile} name={one.name} pinned={pinned} pin={pin} />
    </li>
  );
}

function Foot({
  seat,
  name,
  note,
  choose,
  children,
}: {
  seat: string;
  name: string;
  note: string | null;
  choose: TileProps["choose"];
  children: ReactNode;
}) {
  const foot = (
    <span className={classes.foot} aria-hidden="true">
      {children}
      <span className={classes.name}>
        {name}
        {note !== null && <span className={classes.note}> · {note}</span>}
      </span>
    </span>
  );
  if (!choose) return foot;
  // The whole tile opens the card; its name is only where that is written.
  return (
    <UnstyledButton className={classes.cover} aria-label={name} onClick={() => choose(seat)}>
      {foot}
    </UnstyledButton>
  );
}

function Pin({
  tile,
  name,
  pinned,
  pin,
}: Pick<TileProps, "tile" | "pinned" | "pin"> & { name: string }) {
  const { t } = useTranslation();
  return (
    <UnstyledButton
      className={classes.pin}
      aria-pressed={pinned}
      data-pin={tile.key}
      aria-label={t("stage.pinOne", { name })}
      title={t(pinned ? "stage.unpin" : "stage.pin")}
      onClick={() => pin(pinned ? null : tile.key)}
    >
      <Sign name="pin" />
    </UnstyledButton>
  );
}

function Shared({ tile, size, pinned, pin }: TileProps) {
  const { t } = useTranslation();
  const { seat } = tile;
  const { name, kind } = useRoom((room) => ({
    name: nameOf(room, seat),
    kind: person(room, seat)?.shares ?? "screen",
  }));
  const [frame, seen] = useInSight<HTMLLIElement>();
  const picture = usePicture(seat, "share", seen ? size : null);
  const words = t(`stage.shares.${kind}`, { name });
  return (
    <li ref={frame} className={classes.tile} data-size={size} data-share>
      <span className={classes.avatar} aria-hidden="true">
        <Sign name="share" />
      </span>
      {picture && <Picture stream={picture} label={words} whole />}
      <span className={classes.foot}>
        <Sign name="share" />
        <span className={classes.name}>{words}</span>
      </span>
      <Pin tile={tile} name={t("stage.shareOf", { name })} pinned={pinned} pin={pin} />
    </li>
  );
}

type Seen = {
  readonly name: string;
  readonly leads: boolean;
  readonly away: boolean;
  readonly state: "here" | "away" | "reconnecting";
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly follows: "all" | "sound" | "text";
  readonly floor: boolean;
  readonly spotlit: boolean;
  readonly hand: number | null;
};

function ofSeat(room: Room, seat: string): Seen {
  const one = person(room, seat);
  const hand = ofYourPlace(room).hands.findIndex((other) => other.seat === seat);
  const state = one?.state ?? "reconnecting";
  return {
    ...{ name: nameOf(room, seat), leads: one?.leads ?? false, state },
    away: state !== "here",
    ...{ microphone: one?.microphone ?? false, camera: one?.camera ?? false },
    ...{ follows: one?.follows ?? "all", floor: floorOf(room) === seat },
    ...{ spotlit: room.spotlights.includes(seat), hand: hand < 0 ? null : hand + 1 },
  };
}

/** How somebody is here, where that is not with sound and picture. */
function useNote({ away, state, follows }: Seen, unkeyed: boolean): string | null {
  const { t } = useTranslation();
  if (away) return t(`room.${state}`);
  if (unkeyed) return t("stage.unkeyed");
  if (follows === "all") return null;
  return t(follows === "text" ? "stage.reads" : "stage.hears");
}

type Now = {
  talking: boolean;
  weak: "poor" | "none" | null;
  mine: boolean;
  pinned: boolean;
  unkeyed: boolean;
};

/** Everything a tile shows, in words. */
function useWords(one: Seen, { talking, weak, mine, pinned, unkeyed }: Now): string {
  const { t } = useTranslation();
  const parts = [
    one.name,
    mine && t("stage.you"),
    one.leads && t("room.leads"),
    one.away && t(`room.${one.state}`),
    !one.away && unkeyed && t("stage.unkeyed"),
    one.floor && t("stage.floor"),
    one.hand !== null && t("stage.hand", { n: one.hand }),
    one.follows === "text" && t("stage.reads"),
    one.follows === "sound" && t("stage.hears"),
    talking ? t("stage.talking") : t(one.microphone ? "stage.microphoneOn" : "stage.microphoneOff"),
    !one.camera && t("stage.noPicture"),
    weak !== null && t(`stage.${weak}`),
    one.spotlit && t("stage.spotlit"),
    pinned && t("stage.pinned"),
  ];
  return parts.filter(Boolean).join(", ");
}
