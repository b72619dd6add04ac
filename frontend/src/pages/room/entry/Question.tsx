import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { stateCode } from "./places";
import classes from "./Questions.module.css";
import { isText, type Name, type Said, type TextName } from "./questions";

/** One question: a line to write, or yes and no. */
export function Question({
  name,
  said,
  kind,
  answer,
}: {
  name: Name;
  said: Said;
  /** What is said about the answer before. */
  kind: ReactNode;
  answer: (value: string | boolean) => void;
}) {
  const { t } = useTranslation();
  if (isText(name)) return <Line name={name} was={said[name] ?? ""} answer={answer} />;
  const was = said[name];
  return (
    <>
      {kind}
      <div className={classes.choice}>
        <Button variant="filled" data-said={was === true || undefined} onClick={() => answer(true)}>
          {t("door.yes")}
        </Button>
        <Button data-said={was === false || undefined} onClick={() => answer(false)}>
          {t("door.no")}
        </Button>
      </div>
      <p className="soft">{t(`door.${name}Hint`)}</p>
    </>
  );
}

const FILL = { state: "address-level1", location: "street-address", callback: "tel" } as const;
const LIMIT = { state: 32, location: 300, callback: 40 } as const;

function Line({
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
  const [empty, setEmpty] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const said = name === "state" ? stateCode(text) : text.trim();
    if (said === "") setEmpty(true);
    else answer(said);
  }
  return (
    <form className={classes.choice} onSubmit={submit} noValidate>
      <TextInput
        aria-label={t(`door.${name}`)}
        description={t(`door.${name}Hint`)}
        error={empty && text.trim() === "" ? t("door.needed") : undefined}
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
