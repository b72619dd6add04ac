import { Button, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import * as account from "../api/account";
import { Trouble } from "../components/Trouble";
import classes from "./Agreement.module.css";
import { useMe } from "./SignedIn";

/** One agreement to read and to sign, once. */
export function AgreementDialog({
  agreement,
  close,
  signed,
}: {
  agreement: account.Agreement | null;
  close: () => void;
  signed?: () => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [name, setName] = useState(me.legal_name);
  const signing = useMutation({
    mutationFn: (id: string) => account.sign(id, name.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["me"] });
      close();
      signed?.();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (agreement) signing.mutate(agreement.id);
  }
  return (
    <Modal opened={agreement !== null} onClose={close} title={agreement?.title} size="lg">
      <form className={classes.form} onSubmit={submit}>
        <p className="soft">{t("agreement.lead")}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className={classes.text} tabIndex={0} aria-label={agreement?.title}>
          {agreement?.text}
        </section>
        <TextInput
          label={t("agreement.name")}
          value={name}
          required
          withAsterisk={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {signing.error && <Trouble error={signing.error} />}
        <div className={classes.buttons}>
          <Button onClick={close}>{t("agreement.later")}</Button>
          <Button type="submit" variant="filled" loading={signing.isPending}>
            {t("agreement.sign")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
