import { memo, type RefObject, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { MessageView } from "../../api/protocol.gen";
import { useRoom } from "../../room/hooks";
import { nameOf, type Room } from "../../room/state";
import classes from "./Chat.module.css";
import { Compose } from "./Compose";
import { MAIN } from "./places/place";

type Props = { box?: RefObject<HTMLTextAreaElement | null>; open?: boolean; empty?: boolean };

/** What was written, oldest first, and where one writes. */
export function Chat({ box, open = true, empty = true }: Props) {
  const { t } = useTranslation();
  const announced = useRoom((room) => room.announced);
  const staff = useRoom((room) => room.staff !== null);
  return (
    <section className={classes.chat} aria-label={t("chat.title")}>
      {staff && announced && (
        <p className={classes.announced}>
          <strong>{t("chat.announced")}</strong> {announced.text ?? t("chat.erased")}
        </p>
      )}
      <Messages empty={empty} open={open} />
      {open && <Compose box={box} />}
    </section>
  );
}

function Messages({ empty, open }: { empty: boolean; open: boolean }) {
  const { t } = useTranslation();
  const you = useRoom((room) => room.you.seat);
  const messages = useWritten();
  const names = useNames(messages, you);
  const places = usePlaceNames();
  const list = useNewest(messages.at(-1)?.message, open);
  return (
    <ol
      ref={list}
      className={classes.list}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t("chat.title")}
    >
      {empty && messages.length === 0 && <li className="soft">{t("chat.empty")}</li>}
      {messages.map((one, index) => {
        const before = messages[index - 1];
        return (
          <Message
            key={one.message}
            message={one}
            mine={one.seat === you}
            told={one.announced}
            same={sameLine(before, one)}
            place={one.about === null ? places(one.place) : ""}
            with={one.about !== null ? (names[one.about] ?? "") : ""}
          />
        );
      })}
    </ol>
  );
}

/** Whether a message goes on from the one before it, of the same person to the same people. */
function sameLine(before: Written | undefined, one: Written): boolean {
  if (before === undefined || before.announced) return false;
  return before.seat === one.seat && before.about === one.about && before.place === one.place;
}

/** What a side room is called in which something was written; staff read all of them. */
function usePlaceNames(): (place: string) => string {
  const { t } = useTranslation();
  const open = useRoom((room) => (room.staff === null ? null : room.places));
  const staff = useRoom((room) => room.staff !== null);
  return (place) => {
    if (!staff || place === MAIN) return "";
    return open?.open.find((one) => one.place === place)?.name ?? t("chat.sideRoom");
  };
}

type Written = MessageView & { readonly announced: boolean };

/** The messages; for those who take part, what was announced stands among them too. */
function useWritten(): readonly Written[] {
  const messages = useRoom((room) => room.messages);
  const announced = useRoom((room) => (room.staff === null ? room.announced : null));
  const kept = useRef(new WeakMap<MessageView, Written>());
  return useMemo(() => {
    const all = messages.map((one) => written(kept.current, one, false));
    if (announced === null) return all;
    const told = written(kept.current, announced, true);
    const later = all.findIndex((one) => one.at > told.at);
    return later < 0 ? [...all, told] : [...all.slice(0, later), told, ...all.slice(later)];
  }, [messages, announced]);
}

/** The same object for the same message, so that only what is new is drawn. */
function written(kept: WeakMap<MessageView, Written>, one: MessageView, announced: boolean) {
  const known = kept.get(one);
  if (known !== undefined) return known;
  const fresh = { ...one, announced };
  kept.set(one, fresh);
  return fresh;
}

/** Whom private lines are with, by seat; nobody of the room is looked up for the others. */
function useNames(messages: readonly Written[], you: string): Readonly<Record<string, string>> {
  const seats = useMemo(
    () => [...new Set(messages.flatMap(({ about }) => (about && about !== you ? [about] : [])))],
    [messages, you],
  );
  return useRoom((room: Room) =>
    Object.fromEntries(seats.map((seat) => [seat, nameOf(room, seat)])),
  );
}

const NEAR_PX = 48;

/** The newest stays in sight, unless one has scrolled up to read. */
function useNewest(last: string | undefined, open: boolean): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const shown = list.current;
    if (shown === null) return;
    const toEnd = () => {
      if (follows.current) shown.scrollTo({ top: shown.scrollHeight });
    };
    const scrolled = () => {
      follows.current = shown.scrollHeight - shown.scrollTop - shown.clientHeight < NEAR_PX;
    };
    const watch = new ResizeObserver(toEnd);
    watch.observe(shown);
    shown.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      watch.disconnect();
      shown.removeEventListener("scroll", scrolled);
    };
  }, []);
  const view = `${last} ${open}`;
  useEffect(() => {
    if (view && follows.current) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [view]);
  return list;
}

const Message = memo(function Message({
  message,
  mine,
  told,
  same,
  place,
  with: other,
}: {
  message: MessageView;
  mine: boolean;
  told: boolean;
  same: boolean;
  place: string;
  with: string;
}) {
  const { t } = useTranslation();
  const about = message.about !== null;
  const name = message.name || t("chat.someone");
  const whom = other && message.about !== message.seat ? `: ${other}` : "";
  if (told)
    return (
      <li className={classes.message} data-told>
        <span className={classes.name}>{t("chat.announced")}</span>
        <span className={classes.bubble}>{message.text ?? t("chat.erased")}</span>
      </li>
    );
  return (
    <li className={classes.message} data-mine={mine || undefined} data-private={about || undefined}>
      {!same && (!mine || about || place) && (
        <span className={classes.name}>
          {mine ? "" : name}
          {place && `${mine ? "" : " · "}${place}`}
          {about && ` ${mine ? "" : "· "}${t("chat.private")}${whom}`}
        </span>
      )}
      {mine && <span className="heard-only">{t("room.you")}: </span>}
      <span className={classes.bubble}>{message.text ?? t("chat.erased")}</span>
    </li>
  );
});
