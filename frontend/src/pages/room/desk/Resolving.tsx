import { Button, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Resolve } from "../../../api/protocol.gen";
import { Trouble } from "../../../components/Trouble";
import desk from "./Desk.module.css";
import { useTrying } from "./trying";

const OUTCOMES = [
  "safe",
  "safety_plan",
  "referred",
  "emergency_services",
  "not_reached",
  "mistaken",
] as const;

/** How an alert ended, and a note for the record. */
export function Resolving({ alert, close }: { alert: string; close: () => void }) {
  const { t } = useTranslation();
  const { give, error } = useTrying();
  const [outcome, setOutcome] = useState<Resolve["outcome"]>("safe");
  const [note, setNote] = useState("");
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await give({ type: "Resolve", alert, outcome, note })) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t("staff.outcome")}
        value={outcome}
        data={OUTCOMES.map((value) => ({ value, label: t(`staff.outcomes.${value}`) }))}
        onChange={(event) => setOutcome(event.currentTarget.value as Resolve["outcome"])}
      />
      <Textarea
        label={t("staff.note")}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {error && <Trouble error={error} />}
      <div className={desk.buttons}>
        <Button onClick={close}>{t("app.cancel")}</Button>
        <Button type="submit" variant="filled">
          {t("staff.resolve")}
        </Button>
      </div>
    </form>
  );
}
