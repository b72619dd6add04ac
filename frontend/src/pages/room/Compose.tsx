import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Post } from "../../api/protocol.gen";
import { useAround, useGive, useRoom } from "../../room/hooks";
import { over, type Room } from "../../room/state";
import classes from "./Chat.module.css";
import { placeName, yourPlace } from "./places/place";

/** To whom, and what; what is typed is kept while the connection is away or the chat is closed. */
export function Compose({ box }: { box?: RefObject<HTMLTextAreaElement | null> | undefined }) {
  const { t } = useTranslation();
  const give = useGive();
  const { store } = useAround();
  const [text, setText] = useState(store.draft.text);
  const [to, setTo] = useState(store.draft.to);
  const [busy, setBusy] = useState(false);
  const targets = useTargets();
  const chosen = targets.some((one) => one.value === to) ? to : (targets[0]?.value ?? "staff");

  function write(now: string) {
    store.draft.text = now;
    setText(now);
  }
  function address(now: string) {
    store.draft.to = now;
    setTo(now);
  }
  async function send(event?: FormEvent) {
    event?.preventDefault();
    if (text.trim() === "" || busy) return;
    setBusy(true);
    const sent: Post = { type: "Post", text: text.trim(), ...addressed(chosen) };
    // Whoever went on typing meanwhile keeps that.
    if ((await give(sent)) && store.draft.text === text) write("");
    setBusy(false);
  }
  return (
    <form className={classes.compose} onSubmit={(event) => void send(event)}>
      <ModeNote />
      {targets.length > 1 && (
        <NativeSelect
          aria-label={t("chat.to")}
          size="sm"
          classNames={{ input: classes.to }}
          value={chosen}
          data={targets}
          onChange={(event) => address(event.currentTarget.value)}
        />
      )}
      <div className={classes.line}>
        <Textarea
          ref={box}
          className={classes.text}
          aria-label={t("chat.write")}
          placeholder={t(chosen === "staff" ? "chat.writeStaff" : "chat.write")}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
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

function ModeNote() {
  const { t } = useTranslation();
  // Staff write to the group in every mode; the desk tells them which it is.
  const { held, mode } = useRoom((room) => ({
    held: room.times.phase === "on_hold",
    mode: room.staff === null ? room.chat : "open",
  }));
  const note = held
    ? t("chat.hold")
    : mode === "off"
      ? t("chat.off")
      : mode === "to_staff"
        ? t("chat.toStaff")
        : "";
  return note ? <p className="soft">{note}</p> : null;
}

function useTargets(): { value: string; label: string }[] {
  const { t } = useTranslation();
  const { group, staff, place } = useRoom((room) => ({
    group: toGroup(room),
    place: placeName(room, yourPlace(room)),
    staff: room.staff !== null,
  }));
  const people = useRoom((room) => room.staff?.expected);
  const reached = people?.filter((one) => one.role !== "staff" && one.connections > 0) ?? [];
  return [
    ...(group
      ? [{ value: "group", label: place ? t("chat.place", { name: place }) : t("chat.group") }]
      : []),
    ...(staff ? [] : [{ value: "staff", label: t("chat.staff") }]),
    ...reached.map((one) => ({ value: one.seat, label: t("chat.person", { name: one.name }) })),
  ];
}

function toGroup(room: Room): boolean {
  const { phase } = room.times;
  if (room.you.standing !== "inside" || over(phase) || phase === "on_hold") return false;
  return room.chat === "open" || room.staff !== null;
}
