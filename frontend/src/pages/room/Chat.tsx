import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MessageView, Post } from "../../api/protocol.gen";
import { useGive, useHere } from "../../room/hooks";
import { nameOf, over, type Room } from "../../room/state";
import classes from "./Chat.module.css";

type Props = { box?: RefObject<HTMLTextAreaElement | null>; open?: boolean; empty?: boolean };

/** What was written, oldest first, and where one writes. */
export function Chat({ box, open = true, empty = true }: Props) {
  const { t } = useTranslation();
  const { room } = useHere();
  const end = useRef<HTMLLIElement>(null);
  const last = room.messages.at(-1)?.message;
  const view = `${last} ${open}`;
  useEffect(() => {
    const list = end.current?.parentElement;
    if (!view || !list) return;
    // The newest stays in sight, also when what is above it takes more room.
    const watch = new ResizeObserver(() => list.scrollTo({ top: list.scrollHeight }));
    watch.observe(list);
    return () => watch.disconnect();
  }, [view]);
  return (
    <section className={classes.chat} aria-label={t("chat.title")}>
      {room.announced && (
        <p className={classes.announced}>
          <strong>{t("chat.announced")}</strong> {room.announced.text ?? t("chat.erased")}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ol className={classes.list} aria-live="polite" tabIndex={0} aria-label={t("chat.title")}>
        {empty && room.messages.length === 0 && <li className="soft">{t("chat.empty")}</li>}
        {room.messages.map((one, index) => (
          <Message key={one.message} message={one} before={room.messages[index - 1]} />
        ))}
        <li ref={end} className={classes.end} aria-hidden="true" />
      </ol>
      {open && <Compose box={box} />}
    </section>
  );
}

function Message({ message, before }: { message: MessageView; before?: MessageView | undefined }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const mine = message.seat === room.you.seat;
  const same = before?.seat === message.seat && before.about === message.about;
  const about = message.about !== null;
  const name = message.name || t("chat.someone");
  return (
    <li className={classes.message} data-mine={mine || undefined} data-private={about || undefined}>
      {!same && (!mine || about) && (
        <span className={classes.name}>
          {mine ? "" : name}
          {about && ` ${mine ? "" : "· "}${t("chat.private")}${to(room, message, mine)}`}
        </span>
      )}
      {mine && <span className="heard-only">{t("room.you")}: </span>}
      <span className={classes.bubble}>{message.text ?? t("chat.erased")}</span>
    </li>
  );
}

function to(room: Room, message: MessageView, mine: boolean): string {
  const seat = message.about;
  if (seat === null || seat === room.you.seat || (!mine && seat === message.seat)) return "";
  return `: ${nameOf(room, seat)}`;
}

/** To whom, and what; what is typed is kept while the connection is away. */
function Compose({ box }: Props) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const [text, setText] = useState("");
  const [to, setTo] = useState("group");
  const [busy, setBusy] = useState(false);
  const targets = useTargets(room);
  const chosen = targets.some((one) => one.value === to) ? to : (targets[0]?.value ?? "staff");

  async function send(event?: FormEvent) {
    event?.preventDefault();
    if (text.trim() === "" || busy) return;
    setBusy(true);
    const sent: Post = { type: "Post", text: text.trim(), ...addressed(chosen) };
    if (await give(sent)) setText("");
    setBusy(false);
  }
  return (
    <form className={classes.compose} onSubmit={(event) => void send(event)}>
      <ModeNote room={room} />
      {targets.length > 1 && (
        <NativeSelect
          aria-label={t("chat.to")}
          size="sm"
          value={chosen}
          data={targets}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      )}
      <div className={classes.line}>
        <Textarea
          ref={box}
          className={classes.text}
          aria-label={t("chat.write")}
          placeholder={t("chat.write")}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void send();
            }
          }}
        />
        <Button type="submit" loading={busy}>
          {t("chat.send")}
        </Button>
      </div>
    </form>
  );
}

function addressed(chosen: string): Pick<Post, "to" | "seat"> {
  return chosen === "group" || chosen === "staff" ? { to: chosen } : { to: "seat", seat: chosen };
}

function ModeNote({ room }: { room: Room }) {
  const { t } = useTranslation();
  const note =
    room.times.phase === "on_hold"
      ? t("chat.hold")
      : room.chat === "off"
        ? t("chat.off")
        : room.chat === "to_staff"
          ? t("chat.toStaff")
          : "";
  return note ? <p className="soft">{note}</p> : null;
}

function useTargets(room: Room): { value: string; label: string }[] {
  const { t } = useTranslation();
  const group =
    room.you.standing === "inside" &&
    !over(room.times.phase) &&
    room.times.phase !== "on_hold" &&
    (room.chat === "open" || room.staff !== null);
  const people =
    room.staff?.expected.filter((one) => one.role !== "staff" && one.connections > 0) ?? [];
  return [
    ...(group ? [{ value: "group", label: t("chat.group") }] : []),
    ...(room.staff ? [] : [{ value: "staff", label: t("chat.staff") }]),
    ...people.map((one) => ({ value: one.seat, label: t("chat.person", { name: one.name }) })),
  ];
}
