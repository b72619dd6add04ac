import { Button, Modal, NativeSelect, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Admit, Refuse, VisitorView } from "../../../api/protocol.gen";
import { useGive, useHere } from "../../../room/hooks";
import desk from "./Desk.module.css";
import classes from "./Visitors.module.css";

const IDENTITIES = ["known", "name_and_birth_date", "document", "vouched"] as const;
const REFUSALS = ["late", "intoxication", "wrong_room", "not_this_person", "other"] as const;

/** The waiting room as staff see it: one tap for whoever is all set, a decision for the others. */
export function Visitors() {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const waiting = (room.staff?.visitors ?? [])
    .filter((one) => one.standing === "waiting")
    .sort((one, other) => one.knocked_at - other.knocked_at);
  const set = waiting.filter(allSet).length;
  return (
    <section className={desk.section} aria-label={t("staff.waiting", { count: waiting.length })}>
      <div className={desk.headed}>
        <h2>{t("staff.waiting", { count: waiting.length })}</h2>
        {set > 1 && (
          <Button
            variant="subtle"
            onClick={() => void give({ type: "AdmitAll", identity: "known" })}
          >
            {t("staff.admitAll")}
          </Button>
        )}
      </div>
      <ul className={desk.panel} aria-live="polite">
        {waiting.length === 0 && <li className="soft">{t("staff.nobodyWaits")}</li>}
        {waiting.map((one) => (
          <Visitor key={one.seat} visitor={one} />
        ))}
      </ul>
    </section>
  );
}

/** Whether nothing about this person needs a second look. */
function allSet(one: VisitorView): boolean {
  return one.connected && one.complete && !one.look && !one.late;
}

function Visitor({ visitor }: { visitor: VisitorView }) {
  const { t } = useTranslation();
  const give = useGive();
  const { room } = useHere();
  const [deciding, setDeciding] = useState(false);
  const full =
    room.people.filter((one) => one.role === "participant").length >= (room.staff?.capacity ?? 0);
  const plain = allSet(visitor) && !full && !room.locked;
  return (
    <li>
      <div className={classes.who}>
        <strong>{visitor.name}</strong>
        {visitor.late && (
          <span className={desk.tag} data-tone="sun">
            {t("staff.late")}
          </span>
        )}
        <p className="soft">
          <About visitor={visitor} />
        </p>
      </div>
      {plain ? (
        <Button
          variant="filled"
          onClick={() => void give({ type: "Admit", seat: visitor.seat, identity: "known" })}
        >
          {t("staff.admit")}
        </Button>
      ) : (
        <Button onClick={() => setDeciding(true)}>{t("staff.decide")}</Button>
      )}
      <Modal opened={deciding} onClose={() => setDeciding(false)} title={visitor.name}>
        <Deciding visitor={visitor} full={full} close={() => setDeciding(false)} />
      </Modal>
    </li>
  );
}

function About({ visitor }: { visitor: VisitorView }) {
  const { t } = useTranslation();
  const said = visitor.answers;
  const parts = [
    !visitor.connected && t("staff.offline"),
    !visitor.complete && t("staff.unsigned"),
    said?.not_driving === false && t("staff.driving"),
    said?.sober === false && t("staff.notSober"),
    said?.alone === false && t("staff.notAlone"),
    said?.headphones === false && t("staff.noHeadphones"),
  ].filter(Boolean);
  return (
    <>{parts.length > 0 ? parts.join(" · ") : visitor.look ? t("staff.look") : t("staff.allSet")}</>
  );
}

type Props = { visitor: VisitorView; full: boolean; close: () => void };

function Deciding({ visitor, full, close }: Props) {
  const { t } = useTranslation();
  const give = useGive();
  const [identity, setIdentity] = useState<Admit["identity"]>("known");
  const [late, setLate] = useState("");
  const [over, setOver] = useState("");
  const [reason, setReason] = useState<Refuse["reason"]>("other");
  const { location, callback } = visitor.answers ?? {};
  async function submit(event: FormEvent) {
    event.preventDefault();
    const admit: Admit = { type: "Admit", seat: visitor.seat, identity, late, over_capacity: over };
    if (await give(admit)) close();
  }
  async function refuse() {
    if (await give({ type: "Refuse", seat: visitor.seat, reason })) close();
  }
  return (
    <form className={desk.form} onSubmit={(event) => void submit(event)}>
      <p>
        <About visitor={visitor} />
        <br />
        <span className="soft">
          {t("staff.reach", { location: String(location ?? ""), phone: String(callback ?? "") })}
        </span>
      </p>
      <NativeSelect
        label={t("staff.identity")}
        value={identity}
        data={IDENTITIES.map((value) => ({ value, label: t(`staff.identities.${value}`) }))}
        onChange={(event) => setIdentity(event.currentTarget.value as Admit["identity"])}
      />
      {visitor.late && (
        <TextInput
          label={t("staff.lateWhy")}
          required
          withAsterisk={false}
          maxLength={300}
          value={late}
          onChange={(event) => setLate(event.currentTarget.value)}
        />
      )}
      {full && (
        <TextInput
          label={t("staff.fullWhy")}
          required
          withAsterisk={false}
          maxLength={300}
          value={over}
          onChange={(event) => setOver(event.currentTarget.value)}
        />
      )}
      <Button type="submit" variant="filled" disabled={!visitor.complete || !visitor.connected}>
        {t("staff.admit")}
      </Button>
      <div className={classes.refuse}>
        <NativeSelect
          aria-label={t("staff.reason")}
          value={reason}
          data={REFUSALS.map((value) => ({ value, label: t(`staff.refusals.${value}`) }))}
          onChange={(event) => setReason(event.currentTarget.value as Refuse["reason"])}
        />
        <Button onClick={() => void refuse()}>{t("staff.refuse")}</Button>
      </div>
    </form>
  );
}
