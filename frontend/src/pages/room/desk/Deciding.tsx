import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Admit, Refuse, VisitorView } from "../../../api/protocol.gen";
import { Trouble } from "../../../components/Trouble";
import { useRoom } from "../../../room/hooks";
import card from "./Card.module.css";
import desk from "./Desk.module.css";
import { Phone } from "./Phone";
import { useTrying } from "./trying";
import classes from "./Visitors.module.css";

const IDENTITIES = ["known", "name_and_birth_date", "document", "vouched"] as const;
const REFUSALS = ["late", "intoxication", "wrong_room", "not_this_person", "other"] as const;
const SAID = ["alone", "headphones", "sober", "not_driving"] as const;

type Props = { visitor: VisitorView; full: boolean; close: () => void };

/** One person at the door: all they said, how to reach them, and in or not. */
export function Deciding({ visitor, full, close }: Props) {
  return (
    <div className={desk.form}>
      <Attested visitor={visitor} />
      <LetIn visitor={visitor} full={full} close={close} />
      <KeepOut seat={visitor.seat} close={close} />
    </div>
  );
}

function Attested({ visitor }: { visitor: VisitorView }) {
  const { t } = useTranslation();
  const said = visitor.answers;
  if (said === null) return <p className="soft">{t("staff.nothingSaid")}</p>;
  return (
    <>
      <dl className={card.facts}>
        <dt>{t("staff.location")}</dt>
        <dd>{[said.location, visitor.state].filter(Boolean).join(", ")}</dd>
        <dt>{t("staff.callback")}</dt>
        <dd>
          <Phone number={String(said.callback ?? "")} />
        </dd>
      </dl>
      <ul className={classes.said}>
        {SAID.map((one) => (
          <li key={one} data-no={said[one] === false || undefined}>
            {t(`staff.said.${one}.${said[one] === false ? "no" : "yes"}`)}
          </li>
        ))}
        {!visitor.complete && <li data-no>{t("staff.unsigned")}</li>}
        {!visitor.connected && <li data-no>{t("staff.offline")}</li>}
      </ul>
    </>
  );
}

function LetIn({ visitor, full, close }: Props) {
  const { t } = useTranslation();
  const { give, error } = useTrying();
  const locked = useRoom((room) => room.locked);
  const [identity, setIdentity] = useState<Admit["identity"]>("known");
  const [late, setLate] = useState("");
  const [over, setOver] = useState("");
  async function submit(event: FormEvent) {
    event.preventDefault();
    const admit: Admit = { type: "Admit", seat: visitor.seat, identity, late, over_capacity: over };
    if (await give(admit)) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t("staff.identity")}
        value={identity}
        data={IDENTITIES.map((value) => ({ value, label: t(`staff.identities.${value}`) }))}
        onChange={(event) => setIdentity(event.currentTarget.value as Admit["identity"])}
      />
      {visitor.late && <Why label={t("staff.lateWhy")} value={late} set={setLate} />}
      {full && <Why label={t("staff.fullWhy")} value={over} set={setOver} />}
      {locked && <p className="soft">{t("staff.unlockFirst")}</p>}
      {error && <Trouble error={error} />}
      <Button
        type="submit"
        variant="filled"
        disabled={!visitor.complete || !visitor.connected || locked}
      >
        {t("staff.admit")}
      </Button>
    </form>
  );
}

function Why({ label, value, set }: { label: string; value: string; set: (why: string) => void }) {
  return (
    <TextInput
      label={label}
      required
      withAsterisk={false}
      maxLength={300}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}

function KeepOut({ seat, close }: { seat: string; close: () => void }) {
  const { t } = useTranslation();
  const { give, error } = useTrying();
  const [reason, setReason] = useState<Refuse["reason"]>("other");
  async function refuse() {
    if (await give({ type: "Refuse", seat, reason })) close();
  }
  return (
    <div className={classes.refuse}>
      <p className="soft">{t("staff.refuseLead")}</p>
      <div className={classes.line}>
        <NativeSelect
          aria-label={t("staff.reason")}
          value={reason}
          data={REFUSALS.map((value) => ({ value, label: t(`staff.refusals.${value}`) }))}
          onChange={(event) => setReason(event.currentTarget.value as Refuse["reason"])}
        />
        <Button onClick={() => void refuse()}>{t("staff.refuse")}</Button>
      </div>
      {error && <Trouble error={error} />}
    </div>
  );
}
