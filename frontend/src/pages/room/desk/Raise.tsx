import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "../../../components/Trouble";
import { useRoom } from "../../../room/hooks";
import desk from "./Desk.module.css";
import { useTrying } from "./trying";

const LAST = 8;

/** Alerts the team about somebody, with what was noticed. */
export function RaiseForm({ seat, close }: { seat: string; close: () => void }) {
  const { t } = useTranslation();
  const { give, busy, error } = useTrying();
  const [words, setWords] = useState("");
  const [kept, keep] = useState("");
  const messages = useRoom((room) =>
    room.messages.filter((one) => one.seat === seat && one.about === seat && one.text !== null),
  );
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await give({ type: "RaiseAlert", seat, words, message: kept || null })) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      <p>{t("staff.raiseLead")}</p>
      <Textarea
        label={t("staff.raiseWords")}
        autosize
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {messages.length > 0 && (
        <NativeSelect
          label={t("staff.raiseAbout")}
          value={kept}
          data={[
            { value: "", label: t("staff.raiseNone") },
            ...messages.slice(-LAST).map((one) => ({
              value: one.message,
              label: one.text?.slice(0, 80) ?? "",
            })),
          ]}
          onChange={(event) => keep(event.currentTarget.value)}
        />
      )}
      {error && <Trouble error={error} />}
      <div className={desk.buttons}>
        <Button onClick={close}>{t("app.cancel")}</Button>
        <Button type="submit" variant="filled" color="care" loading={busy}>
          {t("staff.raiseAlert")}
        </Button>
      </div>
    </form>
  );
}
