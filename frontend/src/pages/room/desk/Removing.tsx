import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PersonView, Remove } from "../../../api/protocol.gen";
import { Trouble } from "../../../components/Trouble";
import { useRoom } from "../../../room/hooks";
import desk from "./Desk.module.css";
import { useTrying } from "./trying";

type Named = Pick<PersonView, "seat" | "name">;

const REASONS = [
  "safety",
  "intoxication",
  "conduct",
  "wrong_room",
  "not_this_person",
  "other",
] as const;

/** From the bar: whom, then the same question. */
export function RemoveForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const people = useRoom((room) => room.people.filter((one) => one.role !== "staff"));
  const [seat, choose] = useState("");
  const one = people.find((other) => other.seat === seat);
  return (
    <div className={desk.form}>
      <NativeSelect
        label={t("staff.removeWho")}
        value={seat}
        data={[
          { value: "", label: people.length > 0 ? t("staff.choose") : t("staff.nobodyInside") },
          ...people.map((other) => ({ value: other.seat, label: other.name })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {one ? (
        <Removing key={seat} one={one} close={close} />
      ) : (
        <p className="soft">{t("staff.removeLead")}</p>
      )}
    </div>
  );
}

/** Asks once, with a reason, before somebody is taken out. */
export function Removing({ one, close }: { one: Named; close: () => void }) {
  const { t } = useTranslation();
  const { give, error } = useTrying();
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
        data={REASONS.map((value) => ({ value, label: t(`staff.removals.${value}`) }))}
        onChange={(event) => setReason(event.currentTarget.value as Remove["reason"])}
      />
      <TextInput
        label={t("staff.note")}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {error && <Trouble error={error} />}
      <div className={desk.buttons}>
        <Button onClick={close}>{t("app.cancel")}</Button>
        <Button type="submit" variant="filled" color="care">
          {t("staff.remove")}
        </Button>
      </div>
    </form>
  );
}
