import { Button, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Sheet } from "../../../components/Sheet";
import { useGive, useRoom } from "../../../room/hooks";
import { HelpButton } from "../Help";
import { Unable } from "../Unable";
import classes from "./Questions.module.css";
import { ALL, complete, isText, type Name, noes, type Said } from "./questions";

/** Everything that was said, each answer to be changed, and the knock. */
export function Review({
  said,
  change,
  back,
  devices,
  done,
}: {
  said: Said;
  change: (name: Name) => void;
  back: () => void;
  devices: () => void;
  done: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const give = useGive();
  const alias = useRoom((room) => room.you.name);
  const [busy, setBusy] = useState(false);
  const attestation = complete(said);
  async function knock() {
    if (attestation === null) return;
    setBusy(true);
    if (await give({ type: "Knock", attestation })) done?.();
    setBusy(false);
  }
  return (
    <Sheet step="review" title={t("door.review")} lead={t("door.reviewHint", { name: alias })}>
      <Honest said={said} />
      <ul className={classes.answers}>
        {ALL.map((name) => (
          <li key={name}>
            <Answer name={name} said={said} change={() => change(name)} />
          </li>
        ))}
      </ul>
      <p className="soft">{t("door.alias")}</p>
      <Unable />
      <div className={classes.choice}>
        <Button
          variant="filled"
          loading={busy}
          disabled={attestation === null}
          onClick={() => void knock()}
        >
          {t("door.knock")}
        </Button>
        <Button onClick={devices}>{t("devices.open")}</Button>
        <HelpButton />
        <Button variant="subtle" className={classes.back} onClick={back}>
          {t("app.back")}
        </Button>
      </div>
    </Sheet>
  );
}

/** An honest "no" is thanked for, and what follows from it is said. */
function Honest({ said }: { said: Said }) {
  const { t } = useTranslation();
  const no = noes(said);
  if (no.length === 0) return null;
  const stays = no.includes("not_driving") || no.includes("agreements");
  return (
    <div className={classes.note}>
      <p>{stays ? t("door.honestWait") : t("door.honest")}</p>
      {no.includes("not_driving") && <p>{t("door.driving")}</p>}
      {no.includes("agreements") && <p>{t("door.no_agreements")}</p>}
    </div>
  );
}

function Answer({ name, said, change }: { name: Name; said: Said; change: () => void }) {
  const { t } = useTranslation();
  const value = said[name];
  const words = isText(name) ? said[name] : value ? t("door.yes") : t("door.no");
  return (
    <UnstyledButton className={classes.answer} onClick={change}>
      <span className="soft">{t(`door.${name}Short`)}</span>
      <span className={classes.said} data-no={value === false || undefined}>
        {words}
      </span>
      <span className={classes.change}>{t("door.change")}</span>
    </UnstyledButton>
  );
}
