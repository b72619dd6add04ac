import { Textarea } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Item } from "../../../api/protocol.gen";
import classes from "./CheckIn.module.css";
import type { Answer } from "./saving";

type Asked = {
  readonly item: Item;
  readonly said: Answer | undefined;
  readonly say: (answer: Answer) => void;
};

/** One item of the form, with the right not to answer it. */
export function Question(asked: Asked) {
  switch (asked.item.kind) {
    case "scale":
      return <Scale {...asked} />;
    case "choice":
      return <Choice {...asked} />;
    default:
      return <Written {...asked} />;
  }
}

function Scale({ item, said, say }: Asked) {
  const words = useWords();
  const name = useId();
  const [low, high] = words(item.ends) ?? [];
  const numbers = Array.from({ length: item.high - item.low + 1 }, (_, step) => item.low + step);
  return (
    <Fieldset item={item}>
      <div className={classes.scale}>
        {numbers.map((number) => (
          <Radio
            key={number}
            name={name}
            checked={said === number}
            check={() => say(number)}
            more={number === item.low ? low : number === item.high ? high : undefined}
          >
            {number}
          </Radio>
        ))}
      </div>
      {low && high && (
        <p className={classes.ends} aria-hidden="true">
          <span>
            {item.low}: {low}
          </span>
          <span>
            {item.high}: {high}
          </span>
        </p>
      )}
      <Rather name={name} said={said} say={say} />
    </Fieldset>
  );
}

function Choice({ item, said, say }: Asked) {
  const words = useWords();
  const name = useId();
  return (
    <Fieldset item={item}>
      <div className={classes.options}>
        {item.options.map((one) => (
          <Radio
            key={one.value}
            name={name}
            checked={said === one.value}
            check={() => say(one.value)}
          >
            {words(one.words) ?? one.value}
          </Radio>
        ))}
      </div>
      <Rather name={name} said={said} say={say} />
    </Fieldset>
  );
}

const LIMIT = 500;

function Written({ item, said, say }: Asked) {
  const { t } = useTranslation();
  const words = useWords();
  return (
    <Textarea
      label={words(item.words) ?? item.id}
      description={t("checkin.mayStayEmpty")}
      autosize
      minRows={2}
      maxRows={6}
      maxLength={LIMIT}
      value={typeof said === "string" ? said : ""}
      onChange={(event) => say(event.currentTarget.value || null)}
    />
  );
}

function Fieldset({ item, children }: { item: Item; children: ReactNode }) {
  const words = useWords();
  return (
    <fieldset className={classes.item}>
      <legend>{words(item.words) ?? item.id}</legend>
      {children}
    </fieldset>
  );
}

/** "Prefer not to say" is one more answer of the same question. */
function Rather({ name, said, say }: Pick<Asked, "said" | "say"> & { name: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.rather}>
      <Radio name={name} checked={said === null} check={() => say(null)}>
        {t("checkin.rather")}
      </Radio>
    </div>
  );
}

function Radio({
  name,
  checked,
  check,
  more,
  children,
}: {
  name: string;
  checked: boolean;
  check: () => void;
  /** What the number means, for those who hear it. */
  more?: string | undefined;
  children: ReactNode;
}) {
  return (
    <label className={classes.radio}>
      <input type="radio" name={name} checked={checked} onChange={check} />
      <span>
        {children}
        {more && <span className="heard-only">, {more}</span>}
      </span>
    </label>
  );
}

/** The words of a form in the reader's language; in English where there are none. */
export function useWords(): <T>(words: Readonly<Record<string, T>>) => T | undefined {
  const { i18n } = useTranslation();
  return (words) => words[i18n.language] ?? words.en;
}
