import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Agreement } from "../../api/account";
import { useMe } from "../../components/Me";
import { Sheet } from "../../components/Sheet";
import { useGive, useNow, useRoom } from "../../room/hooks";
import { clockTime, span } from "../../words/time";
import { AgreementDialog } from "../Agreement";
import classes from "./Door.module.css";
import { Called } from "./desk/Staff";
import { Devices } from "./devices/Devices";
import { Questions } from "./entry/Questions";
import { Crisis } from "./Help";
import { OwnSeat } from "./OwnSeat";
import { Unable } from "./Unable";

/** The way in: what to sign, what to answer, one thing at a time. */
export function Door({ done }: { done?: () => void }) {
  const early = useRoom((room) => room.times.phase === "scheduled");
  const staff = useRoom((room) => room.staff !== null);
  const me = useMe();
  if (early) return <Early />;
  if (staff) return <StaffDoor />;
  return me.unsigned.length > 0 ? <Sign agreement={me.unsigned[0]} /> : <Questions done={done} />;
}

function Early() {
  const { t, i18n } = useTranslation();
  const give = useGive();
  const [page, setPage] = useState<"count" | "devices">("count");
  const { name, starts, facilitates, crisis } = useRoom((room) => ({
    name: room.name,
    starts: room.times.starts_at,
    facilitates: room.staff !== null,
    crisis: room.crisis,
  }));
  if (page === "devices") return <Devices done={() => setPage("count")} />;
  return (
    <Sheet title={name} lead={t("room.startsAt", { time: clockTime(starts, i18n.language) })}>
      <OwnSeat>
        <Countdown until={starts} />
      </OwnSeat>
      <p className={`soft ${classes.hint}`}>{t("door.scheduledHint")}</p>
      <Unable />
      {facilitates ? (
        <Button variant="filled" onClick={() => void give({ type: "OpenDoor" })}>
          {t("door.openDoor")}
        </Button>
      ) : (
        <Button onClick={() => setPage("devices")}>{t("devices.open")}</Button>
      )}
      <Crisis contacts={crisis} />
    </Sheet>
  );
}

function Countdown({ until }: { until: number }) {
  const now = useNow();
  return span(until - now);
}

function StaffDoor() {
  const { t } = useTranslation();
  const { name, called } = useRoom((room) => ({
    name: room.name,
    called: room.staff?.alerts.some((one) => one.outcome === null) ?? false,
  }));
  const give = useGive();
  // Whoever is called has the alert and the way in before their eyes, and nothing between.
  return (
    <Sheet title={name} lead={t("door.staffLead")}>
      {called ? <Called /> : <OwnSeat />}
      <Unable />
      <Button variant="filled" onClick={() => void give({ type: "Knock" })}>
        {t("door.enterStaff")}
      </Button>
      <Button component={Link} to="/" variant="subtle">
        {t("room.notNow")}
      </Button>
    </Sheet>
  );
}

function Sign({ agreement }: { agreement: Agreement | undefined }) {
  const { t } = useTranslation();
  const [name, crisis] = useRoom((room) => [room.name, room.crisis] as const);
  const [open, setOpen] = useState(false);
  return (
    <Sheet title={t("agreement.title")} lead={name}>
      <p>{t("today.toSign", { title: agreement?.title ?? "" })}</p>
      <Button variant="filled" onClick={() => setOpen(true)}>
        {t("today.read")}
      </Button>
      <AgreementDialog agreement={open ? (agreement ?? null) : null} close={() => setOpen(false)} />
      <Crisis contacts={crisis} />
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
