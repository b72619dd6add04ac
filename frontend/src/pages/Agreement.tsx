import { Button, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../api/account";
import { Dialog } from "../components/Dialog";
import { useMe } from "../components/Me";
import { Trouble } from "../components/Trouble";
import classes from "./Agreement.module.css";

type Props = {
  agreement: account.Agreement | null;
  close: () => void;
  signed?: () => void;
};

/** One agreement to read and to sign, once. */
export function AgreementDialog({ agreement, close, signed }: Props) {
  const phone = useMediaQuery("(max-width: 640px)") ?? false;
  return (
    <Dialog open={agreement !== null} close={close} title={agreement?.title} wide whole={phone}>
      {agreement && (
        <Reading key={agreement.id} agreement={agreement} close={close} signed={signed} />
      )}
    </Dialog>
  );
}

/** The text first; at its end, the signature. */
function Reading({ agreement, close, signed }: Props & { agreement: account.Agreement }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [name, setName] = useState(me.legal_name);
  const { text, read, more } = useReading();
  const signing = useMutation({
    mutationFn: () => account.sign(agreement.id, name.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["me"] });
      close();
      signed?.();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (read) signing.mutate();
    else more();
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className="soft">
        {t("agreement.lead")} {t("agreement.version", { version: agreement.version })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={text} className={classes.text} tabIndex={0} aria-label={agreement.title}>
        {paragraphs(agreement.text).map((one) => (
          <p key={one}>{one}</p>
        ))}
      </section>
      <p role="status" className="heard-only">
        {read ? t("agreement.atEnd") : ""}
      </p>
      {read && (
        <TextInput
          label={t("agreement.name")}
          autoComplete="name"
          value={name}
          required
          withAsterisk={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {signing.error && <Trouble error={signing.error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant={read ? "filled" : "light"} loading={signing.isPending}>
          {t(read ? "agreement.sign" : "agreement.toEnd")}
        </Button>
        <Button onClick={close}>{t("agreement.later")}</Button>
      </div>
    </form>
  );
}

/** A text's paragraphs; lines that were broken to fit a page run on, those of a list do not. */
function paragraphs(text: string): readonly string[] {
  const all = text
    .split(/\n\s*\n/)
    .map((one) => one.trim().replace(/\n(?!\s*(?:[-–•*]|\d))/g, " "));
  return [...new Set(all.filter((one) => one !== ""))];
}

const CLOSE_PX = 24;

/** Whether the end of a text has been on the screen; `more` goes on a page. */
function useReading() {
  const text = useRef<HTMLElement>(null);
  const [read, setRead] = useState(false);
  useEffect(() => {
    const box = text.current;
    if (!box) return;
    const look = () => {
      if (box.scrollTop + box.clientHeight >= box.scrollHeight - CLOSE_PX) setRead(true);
    };
    look();
    box.addEventListener("scroll", look, { passive: true });
    const watch = new ResizeObserver(look);
    watch.observe(box);
    return () => {
      box.removeEventListener("scroll", look);
      watch.disconnect();
    };
  }, []);
  const more = useCallback(() => {
    const box = text.current;
    box?.scrollBy({ top: box.clientHeight * 0.85 });
  }, []);
  return { text, read, more };
}
