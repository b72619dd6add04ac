import { Button, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/protocol.gen";
import { Dialog } from "../../components/Dialog";
import { useAround, useRoom, useStore } from "../../room/hooks";
import classes from "./Help.module.css";
import { usePlea } from "./plea";
import { Told } from "./Told";

/** Always reachable; goes over HTTP where the socket does not answer in time. */
export function HelpButton({ className }: { className?: string }) {
  const { t } = useTranslation();
  const { plea } = usePlea();
  const [open, setOpen] = useState(false);
  // Also when the page goes on to another view, and takes the dialog with it.
  useEffect(() => {
    if (!open) return;
    plea.open();
    return plea.close;
  }, [open, plea]);
  return (
    <>
      <Button
        variant="outline"
        color="care"
        {...(className ? { className } : {})}
        onClick={() => setOpen(true)}
      >
        {t("room.help")}
      </Button>
      <Dialog open={open} close={() => setOpen(false)} title={t("help.title")}>
        <Help />
      </Dialog>
    </>
  );
}

function Help() {
  const { t } = useTranslation();
  const { store } = useAround();
  const crisis = useRoom((room) => room.crisis);
  const away = useStore(store, ({ status }) => status.kind !== "open");
  const { plea, state, answered, helped, urgent } = usePlea();
  const sent = state === "sent";
  // Where nothing can be sent, the numbers come first: they work without this page.
  const first = urgent || (away && !sent);
  return (
    <div className={classes.help}>
      <div role="status" className={classes.help}>
        {away && state === "no" && <p>{t("help.offline")}</p>}
        <Told />
      </div>
      {first && <Crisis contacts={crisis} urgent />}
      {!sent && <Words />}
      {sent && helped !== "nobody_here" && <p className="soft">{t("help.line")}</p>}
      {sent && !answered && (
        <Button variant="subtle" color="care" onClick={plea.renew}>
          {t("help.more")}
        </Button>
      )}
      {!first && <Crisis contacts={crisis} />}
    </div>
  );
}

function Words() {
  const { t } = useTranslation();
  const { plea, state, words } = usePlea();
  const again = state === "failed" || state === "refused";
  return (
    <>
      <p>{t("help.lead")}</p>
      <Textarea
        label={t("help.words")}
        autosize
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => plea.write(event.currentTarget.value)}
      />
      <Button variant="filled" color="care" loading={state === "asking"} onClick={plea.ask}>
        {again ? t("app.again") : t("help.send")}
      </Button>
    </>
  );
}

/** Whom to reach when the room is not enough. */
export function Crisis({ contacts, urgent }: { contacts: readonly Contact[]; urgent?: boolean }) {
  const { t } = useTranslation();
  if (contacts.length === 0 && !urgent) return null;
  return (
    <section
      className={classes.crisis}
      data-urgent={urgent || undefined}
      aria-label={t("help.crisis")}
    >
      {!urgent && <h2>{t("help.crisis")}</h2>}
      {contacts.length === 0 && <p>{t("help.noContacts")}</p>}
      {contacts.map((one) => (
        <p key={one.phone}>
          <strong>{one.name}</strong>{" "}
          <a href={`tel:${one.phone.replace(/[^\d+]/g, "")}`}>{one.phone}</a>
          {one.note && <span className="soft"> · {one.note}</span>}
        </p>
      ))}
    </section>
  );
}
