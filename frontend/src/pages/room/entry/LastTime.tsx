import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../../components/Sheet";
import { useRoom } from "../../../room/hooks";
import { HelpButton } from "../Help";
import classes from "./Questions.module.css";
import { TEXTS, type TextName } from "./questions";

export type Answers = Readonly<Record<TextName, string>>;

/** Where one was last time, and the number: the same again in one tap. */
export function LastTime({
  last,
  same,
  anew,
}: {
  last: Answers;
  same: () => void;
  anew: () => void;
}) {
  const { t } = useTranslation();
  const name = useRoom((room) => room.name);
  return (
    <Sheet
      step="last"
      top={<span className="soft">{name}</span>}
      title={t("door.lastTitle")}
      lead={t("door.lastLead")}
    >
      <dl className={classes.card}>
        {TEXTS.map((one) => (
          <div key={one}>
            <dt className="soft">{t(`door.${one}Short`)}</dt>
            <dd>{last[one]}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.choice}>
        <Button variant="filled" onClick={same}>
          {t("door.same")}
        </Button>
        <Button onClick={anew}>{t("door.elsewhere")}</Button>
      </div>
      <div className={classes.foot}>
        <HelpButton className={classes.help} />
      </div>
    </Sheet>
  );
}
