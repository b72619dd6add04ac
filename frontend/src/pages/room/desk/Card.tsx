import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command, PersonView, Remove } from "../../../api/protocol.gen";
import { useGive, useHere } from "../../../room/hooks";
import { person } from "../../../room/state";
import classes from "./Card.module.css";
import desk from "./Desk.module.css";

const REMOVALS = [
  "safety",
  "intoxication",
  "conduct",
  "wrong_room",
  "not_this_person",
  "other",
] as const;

/** One person: where they are, and what a facilitator may do. */
export function Card({ seat, close }: { seat: string | null; close: () => void }) {
  const { room } = useHere();
  const one = seat === null ? undefined : person(room, seat);
  return (
    <Modal opened={one !== undefined} onClose={close} title={one?.name}>
      {one && <Open one={one} close={close} />}
    </Modal>
  );
}

function Open({ one, close }: { one: PersonView; close: () => void }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const [removing, setRemoving] = useState(false);
  const said = room.staff?.visitors.find((visitor) => visitor.seat === one.seat)?.answers;
  const staff = one.role === "staff";
  if (removing) return <Removing one={one} close={close} />;
  return (
    <div className={desk.form}>
      <p className="soft">
        {[one.credential, one.function, t(`room.${one.state}`), one.why]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {said && (
        <p>
          {t("staff.reach", {
            location: String(said.location ?? ""),
            phone: String(said.callback ?? ""),
          })}
        </p>
      )}
      <Doings one={one} close={close} />
      {!staff && (
        <Button variant="outline" color="care" onClick={() => setRemoving(true)}>
          {t("staff.remove")}
        </Button>
      )}
    </div>
  );
}

function Doings({ one, close }: { one: PersonView; close: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const { seat } = one;
  const staff = one.role === "staff";
  const doings: readonly (readonly [boolean, string, Command])[] = [
    [!staff, t("staff.callOn"), { type: "CallOn", seat }],
    [one.microphone, t("staff.mute"), { type: "Mute", seat }],
    [!one.microphone && !staff, t("staff.askUnmute"), { type: "AskToUnmute", seat }],
    [one.camera, t("staff.cameraOff"), { type: "CameraOff", seat }],
    [
      room.hands.some((hand) => hand.seat === seat),
      t("staff.lowerHand"),
      { type: "LowerHand", seat },
    ],
    [staff && one.facilitates && !one.leads, t("staff.handOver"), { type: "HandOver", seat }],
    [!staff, t("staff.raiseAlert"), { type: "RaiseAlert", seat }],
    [!staff, t("staff.sendBack"), { type: "SendBack", seat }],
  ];
  return (
    <div className={classes.doings}>
      {doings.map(
        ([possible, words, command]) =>
          possible && (
            <Button key={command.type} onClick={() => void give(command).then(close)}>
              {words}
            </Button>
          ),
      )}
    </div>
  );
}

function Removing({ one, close }: { one: PersonView; close: () => void }) {
  const { t } = useTranslation();
  const give = useGive();
  const [reason, setReason] = useState<Remove["reason"]>("conduct");
  const [note, setNote] = useState("");
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await give({ type: "Remove", seat: one.seat, reason, note })) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      <p>
        <strong>{t("staff.removeTitle", { name: one.name })}</strong> {t("staff.removeLead")}
      </p>
      <NativeSelect
        label={t("staff.reason")}
        value={reason}
        data={REMOVALS.map((value) => ({ value, label: t(`staff.removals.${value}`) }))}
        onChange={(event) => setReason(event.currentTarget.value as Remove["reason"])}
      />
      <TextInput
        label={t("staff.note")}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={desk.buttons}>
        <Button onClick={close}>{t("app.cancel")}</Button>
        <Button type="submit" variant="filled" color="care">
          {t("staff.remove")}
        </Button>
      </div>
    </form>
  );
}
