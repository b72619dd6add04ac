import { Button, Modal, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../api/protocol.gen";
import { give as giveByHttp } from "../../api/sessions";
import { Refused } from "../../room/connection";
import { useHere } from "../../room/hooks";
import classes from "./Help.module.css";

const PATIENCE_MS = 4000;

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
      <HelpDialog open={open} close={() => setOpen(false)} />
    </>
  );
}

function HelpDialog({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useTranslation();
  const { room } = useHere();
  const [words, setWords] = useState("");
  const { ask, state } = useAsking();
  const helped = state === "sent" ? (room.you.helped ?? "asked") : null;
  return (
    <Modal opened={open} onClose={close} title={t("help.title")}>
      <div className={classes.help}>
        <div role="status" className={classes.help}>
          {helped === "asked" && <p className={classes.told}>{t("help.asked")}</p>}
          {helped === "coming" && <p className={classes.told}>{t("help.coming")}</p>}
          {helped === "nobody_here" && <p>{t("help.nobody")}</p>}
          {state === "failed" && <p>{t("help.unsent")}</p>}
        </div>
        {helped === null && (
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
            <Button
              variant="filled"
              color="care"
              loading={state === "asking"}
              onClick={() => void ask(words)}
            >
              {t("help.send")}
            </Button>
          </>
        )}
        {helped !== null && helped !== "nobody_here" && <p className="soft">{t("help.line")}</p>}
        <Crisis contacts={room.crisis} urgent={helped === "nobody_here" || state === "failed"} />
      </div>
    </Modal>
  );
}

/** Whom to reach when the room is not enough. */
export function Crisis({ contacts, urgent }: { contacts: readonly Contact[]; urgent?: boolean }) {
  const { t } = useTranslation();
  if (contacts.length === 0) return null;
  return (
    <section
      className={classes.crisis}
      data-urgent={urgent || undefined}
      aria-label={t("help.crisis")}
    >
      {!urgent && <h3>{t("help.crisis")}</h3>}
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

type Asking = "no" | "asking" | "sent" | "failed";

function useAsking(): { readonly ask: (words: string) => Promise<void>; readonly state: Asking } {
  const { store, session } = useHere();
  const [state, setState] = useState<Asking>("no");
  async function ask(words: string) {
    setState("asking");
    const command = { type: "AskForHelp", words: words.trim() } as const;
    const late = new Promise<"late">((done) => setTimeout(() => done("late"), PATIENCE_MS));
    try {
      const answer = await Promise.race([store.give(command), late]);
      // Twice asked is better than not asked: staff see one alert more.
      if (answer === "late") await giveByHttp(session, command, crypto.randomUUID());
      setState("sent");
    } catch (error) {
      const offline =
        error instanceof Refused && (error.code === "closed" || error.code === "offline");
      const tried =
        offline &&
        (await giveByHttp(session, command, crypto.randomUUID()).then(
          () => true,
          () => false,
        ));
      setState(tried ? "sent" : "failed");
    }
  }
  return { ask, state };
}
