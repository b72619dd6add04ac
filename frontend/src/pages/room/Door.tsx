import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/account";
import { Sheet } from "../../components/Sheet";
import { useGive, useHere, useNow } from "../../room/hooks";
import { clockTime, span } from "../../words/time";
import { AgreementDialog } from "../Agreement";
import { useMe } from "../SignedIn";
import classes from "./Door.module.css";
import { FreeSeat } from "./FreeSeat";
import { Crisis } from "./Help";
import { Questions } from "./Questions";

/** The way in: what to sign, what to answer, one thing at a time. */
export function Door({ done }: { done?: () => void }) {
  const { room } = useHere();
  const me = useMe();
  if (room.times.phase === "scheduled") return <Early />;
  if (room.staff) return <StaffDoor />;
  return me.unsigned.length > 0 ? <Sign agreement={me.unsigned[0]} /> : <Questions done={done} />;
}

function Early() {
  const { t, i18n } = useTranslation();
  const { room } = useHere();
  const give = useGive();
  const now = useNow();
  const { starts_at } = room.times;
  const facilitates = room.staff !== null;
  return (
    <Sheet
      title={room.name}
      lead={t("room.startsAt", { time: clockTime(starts_at, i18n.language) })}
    >
      <FreeSeat />
      <p className={classes.count}>
        <strong className="tabular">{span(starts_at - now)}</strong>
        <span className="soft">{t("door.scheduledHint")}</span>
      </p>
      {facilitates && (
        <Button onClick={() => void give({ type: "OpenDoor" })}>{t("door.openDoor")}</Button>
      )}
      <Crisis contacts={room.crisis} />
    </Sheet>
  );
}

function StaffDoor() {
  const { t } = useTranslation();
  const { room } = useHere();
  const give = useGive();
  return (
    <Sheet title={room.name} lead={t("door.staffLead")}>
      <FreeSeat />
      <Button variant="filled" onClick={() => void give({ type: "Knock" })}>
        {t("door.enterStaff")}
      </Button>
    </Sheet>
  );
}

function Sign({ agreement }: { agreement: Agreement | undefined }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const [open, setOpen] = useState(false);
  return (
    <Sheet title={t("agreement.title")} lead={room.name}>
      <p>{t("today.toSign", { title: agreement?.title ?? "" })}</p>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t("today.read")}
      </Button>
      <AgreementDialog agreement={open ? (agreement ?? null) : null} close={() => setOpen(false)} />
      <Crisis contacts={room.crisis} />
    </Sheet>
  );
}

/** In the waiting room: what is left to sign; signing knocks again by itself. */
export function Unsigned() {
  const { t } = useTranslation();
  const me = useMe();
  const give = useGive();
  const [open, setOpen] = useState<Agreement | null>(null);
  return (
    <>
      {me.unsigned.map((one) => (
        <Button key={one.id} onClick={() => setOpen(one)}>
          {t("today.read")}: {one.title}
        </Button>
      ))}
      <AgreementDialog
        agreement={open}
        close={() => setOpen(null)}
        signed={() => void give({ type: "Knock" })}
      />
    </>
  );
}
