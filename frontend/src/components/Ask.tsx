import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Ask.module.css";
import { Dialog } from "./Dialog";
import { Trouble } from "./Trouble";

/** A dialog that asks once, does it, says what went wrong, and closes when it is done. */
export function Ask({
  title,
  open,
  close,
  act,
  go,
  care,
  children,
}: {
  title: ReactNode;
  open: boolean;
  close: () => void;
  /** What is done; the dialog stays open, with the reason, when it fails. */
  act: () => Promise<unknown>;
  go: string;
  /** It can not be undone, or takes something from somebody. */
  care?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const doing = useMutation({ mutationFn: act, onSuccess: close });
  function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    doing.mutate();
  }
  function leave() {
    doing.reset();
    close();
  }
  return (
    <Dialog open={open} close={leave} title={title}>
      <form className={classes.ask} onSubmit={submit}>
        {children}
        {doing.error && <Trouble error={doing.error} />}
        <div className={classes.buttons}>
          <Button onClick={leave}>{t("app.cancel")}</Button>
          <Button
            type="submit"
            variant="filled"
            color={care ? "care" : "pine"}
            loading={doing.isPending}
          >
            {go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
