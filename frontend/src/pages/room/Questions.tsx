import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attestation } from "../../api/protocol.gen";
import { Sheet } from "../../components/Sheet";
import { useGive, useHere } from "../../room/hooks";
import classes from "./Questions.module.css";

const TEXTS = ["state", "location", "callback"] as const;
const CHOICES = ["alone", "headphones", "sober", "not_driving", "agreements"] as const;
const ALL = [...TEXTS, ...CHOICES] as const;
type Name = (typeof ALL)[number];
type Said = Partial<Attestation>;

const isText = (name: Name): name is (typeof TEXTS)[number] => TEXTS.some((one) => one === name);

/** The questions at the door, one at a time, each saying who sees the answer. */
export function Questions({ done }: { done?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const [step, setStep] = useState(0);
  const [said, setSaid] = useState<Said>({});
  const name = ALL[step];
  if (name === undefined) return <Review said={said} back={() => setStep(step - 1)} done={done} />;

  function answer(value: string | boolean) {
    setSaid({ ...said, [name as Name]: value });
    setStep(step + 1);
  }
  return (
    <Sheet
      step={step}
      title={t(`door.${name}`)}
      top={
        <div className={classes.progress}>
          <span className="soft">
            {room.name} · {t("door.question", { n: step + 1, of: ALL.length })}
          </span>
          <progress
            value={step}
            max={ALL.length}
            aria-label={t("door.question", { n: step + 1, of: ALL.length })}
          />
        </div>
      }
      lead={<Seen name={name} />}
    >
      {isText(name) ? (
        <TextQuestion key={name} name={name} was={said[name] ?? ""} answer={answer} />
      ) : (
        <div className={classes.choice} key={name}>
          <Button variant="filled" onClick={() => answer(true)}>
            {t("door.yes")}
          </Button>
          <Button onClick={() => answer(false)}>{t("door.no")}</Button>
        </div>
      )}
      {step > 0 && (
        <Button variant="subtle" className={classes.back} onClick={() => setStep(step - 1)}>
          {t("app.back")}
        </Button>
      )}
    </Sheet>
  );
}

function Seen({ name }: { name: Name }) {
  const { t } = useTranslation();
  if (name === "state") return t("door.stateSees");
  return isText(name) ? t("door.staffSee") : t("door.recordSees");
}

type TextName = (typeof TEXTS)[number];
const FILL = { state: "address-level1", location: "street-address", callback: "tel" } as const;
const LIMIT = { state: 32, location: 300, callback: 40 } as const;

function TextQuestion({
  name,
  was,
  answer,
}: {
  name: TextName;
  was: string;
  answer: (text: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState(was);
  function submit(event: FormEvent) {
    event.preventDefault();
    answer(text.trim());
  }
  return (
    <form className={classes.choice} onSubmit={submit}>
      <TextInput
        aria-label={t(`door.${name}`)}
        description={t(`door.${name}Hint`)}
        autoComplete={FILL[name]}
        inputMode={name === "callback" ? "tel" : "text"}
        maxLength={LIMIT[name]}
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled">
        {t("app.next")}
      </Button>
    </form>
  );
}

function Review({
  said,
  back,
  done,
}: {
  said: Said;
  back: () => void;
  done: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const [busy, setBusy] = useState(false);
  const honest = CHOICES.some((name) => said[name] === false);
  async function knock() {
    setBusy(true);
    // Every question has been asked by now.
    const attestation = { ...NOTHING, ...said };
    if (await give({ type: "Knock", attestation })) done?.();
    setBusy(false);
  }
  return (
    <Sheet
      step="review"
      title={t("door.review")}
      lead={t("door.reviewHint", { name: room.you.name })}
    >
      {said.not_driving === false ? (
        <p className={classes.note}>{t("door.driving")}</p>
      ) : (
        honest && <p className={classes.note}>{t("door.honest")}</p>
      )}
      <p className="soft">{t("door.alias")}</p>
      <Button variant="filled" loading={busy} onClick={() => void knock()}>
        {t("door.knock")}
      </Button>
      <Button variant="subtle" className={classes.back} onClick={back}>
        {t("app.back")}
      </Button>
    </Sheet>
  );
}

const NOTHING: Attestation = {
  ...{ state: "", location: "", callback: "", alone: false, headphones: false },
  ...{ sober: false, not_driving: false, agreements: false },
};
