import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/protocol.gen";
import { Dialog } from "../../components/Dialog";
import { useAround, useRoom, useStore } from "../../room/hooks";
import { useAsking } from "./asking";
import classes from "./Help.module.css";

/** Always reachable; goes over HTTP where the socket does not answer in time. */
export function HelpButton({ className }: { className?: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
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
  const told = useRoom((room) => room.you.helped);
  const away = useStore(store, ({ status }) => status.kind !== "open");
  const { ask, state } = useAsking();
  const helped = state === "sent" ? (told ?? "asked") : null;
  // Where nothing can be sent, the numbers come first: they work without this page.
  const urgent = helped === "nobody_here" || state === "failed" || (away && helped === null);
  return (
    <div className={classes.help}>
      <div role="status" className={classes.help}>
        {helped === "asked" && <p className={classes.told}>{t("help.asked")}</p>}
        {helped === "coming" && <p className={classes.told}>{t("help.coming")}</p>}
        {helped === "nobody_here" && <p>{t("help.nobody")}</p>}
        {state === "failed" && <p>{t("help.unsent")}</p>}
        {away && state === "no" && <p>{t("help.offline")}</p>}
      </div>
      {urgent && <Crisis contacts={crisis} urgent />}
      {helped === null && <Words busy={state === "asking"} again={state === "failed"} ask={ask} />}
      {helped !== null && helped !== "nobody_here" && <p className="soft">{t("help.line")}</p>}
      {!urgent && <Crisis contacts={crisis} />}
    </div>
  );
}

function Words({
  busy,
  again,
  ask,
}: {
  busy: boolean;
  again: boolean;
  ask: (words: string) => Promise<void>;
}) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  return (
    <>
      <p>{t("help.lead")}</p>
      <Textarea
        label={t("help.words")}
        autosize
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button variant="filled" color="care" loading={busy} onClick={() => void ask(words)}>
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
