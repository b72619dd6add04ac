import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, type RefObject, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Post } from "../../api/protocol.gen";
import { useAround, useGive, useRoom } from "../../room/hooks";
import type { Draft } from "../../room/store";
import { addressee, type Lost, reached } from "./addressee";
import classes from "./Chat.module.css";
import { placeName, yourPlace } from "./places/place";

/** To whom, and what; what is typed is kept while the connection is away or the chat is closed. */
export function Compose({ box }: { box?: RefObject<HTMLTextAreaElement | null> | undefined }) {
  const { t } = useTranslation();
  const give = useGive();
  const { draft, change } = useDraft();
  const [busy, setBusy] = useState(false);
  const targets = useTargets();
  const to = useRoom((room) => addressee(room, draft));
  const place = useRoom(yourPlace);
  const note = useId();
  const lost = typeof to === "string" ? null : to;
  const chosen = typeof to === "string" ? to : "";

  function write(text: string) {
    // Whoever begins to write sees to whom, and it stays so, whatever happens meanwhile.
    if (text === "") change({ text, fixed: null });
    else if (draft.text !== "" || lost !== null) change({ text });
    else change({ text, fixed: { to: chosen, place } });
  }
  function address(picked: string) {
    change({ picked, fixed: draft.text === "" ? null : { to: picked, place } });
  }
  async function send(event?: FormEvent) {
    event?.preventDefault();
    const { text } = draft;
    if (text.trim() === "" || busy || lost !== null) return;
    setBusy(true);
    const sent: Post = { type: "Post", text: text.trim(), ...addressed(chosen, place) };
    const went = await give(sent);
    // Whoever went on typing meanwhile keeps that.
    change((now) => (went && now.text === text ? { text: "", fixed: null } : {}));
    setBusy(false);
  }
  return (
    <form className={classes.compose} onSubmit={(event) => void send(event)}>
      <ModeNote />
      <div role="status" id={note}>
        {lost !== null && <LostNote lost={lost} written={draft.text !== ""} />}
      </div>
      {(targets.length > 1 || (lost !== null && targets.length > 0)) && (
        <NativeSelect
          aria-label={t("chat.to")}
          size="sm"
          classNames={{ input: classes.to }}
          value={chosen}
          data={
            lost ? [{ value: "", label: t("chat.choose"), disabled: true }, ...targets] : targets
          }
          onChange={(event) => address(event.currentTarget.value)}
        />
      )}
      <div className={classes.line}>
        <Textarea
          ref={box}
          className={classes.text}
          aria-label={t("chat.write")}
          aria-describedby={note}
          placeholder={t(chosen === "staff" ? "chat.writeStaff" : "chat.write")}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          value={draft.text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              void send();
            }
          }}
        />
        <Button type="submit" loading={busy} disabled={lost !== null}>
          {t("chat.send")}
        </Button>
      </div>
    </form>
  );
}

function addressed(to: string, place: string): Pick<Post, "to" | "seat" | "place"> {
  // Where it was meant for, should one be elsewhere by the time it arrives.
  if (to === "group") return { to, place };
  return to === "staff" ? { to } : { to: "seat", seat: to };
}

/** The draft of this page, drawn anew as it changes here. */
function useDraft() {
  const { draft } = useAround().store;
  const [shown, show] = useState<Readonly<Draft>>({ ...draft });
  function change(now: Partial<Draft> | ((now: Draft) => Partial<Draft>)) {
    Object.assign(draft, typeof now === "function" ? now(draft) : now);
    show({ ...draft });
  }
  return { draft: shown, change };
}

function LostNote({ lost, written }: { lost: Lost; written: boolean }) {
  const { t } = useTranslation();
  if (lost.why === "open" && !written) return null;
  const said = [
    lost.why === "gone" && t("chat.lostGone", { name: lost.name || t("chat.someone") }),
    lost.why === "moved" && t("chat.lostMoved"),
    lost.why === "resting" && t("chat.lostResting"),
    lost.why === "nobody" && t("chat.lostNobody"),
    written && t("chat.kept"),
    lost.why !== "nobody" && t("chat.lostChoose"),
  ];
  return <p className="soft">{said.filter(Boolean).join(" ")}</p>;
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
  const targets = useRoom(reached);
  const place = useRoom((room) => placeName(room, yourPlace(room)));
  const people = useRoom((room) => room.staff?.expected);
  const name = (seat: string) => people?.find((one) => one.seat === seat)?.name ?? "";
  const label = (to: string) => {
    if (to === "staff") return t("chat.staff");
    if (to !== "group") return t("chat.person", { name: name(to) });
    return place ? t("chat.place", { name: place }) : t("chat.group");
  };
  return targets.map((to) => ({ value: to, label: label(to) }));
}
