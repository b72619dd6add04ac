import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import * as record from "../../api/record";
import { Dialog } from "../../components/Dialog";
import { Trouble } from "../../components/Trouble";
import classes from "./Export.module.css";

/** Takes the record along: each table as a file that says what it holds, or all of it. */
export function Export({
  session,
  ledger,
  open,
  close,
}: {
  session: string;
  ledger: boolean;
  open: boolean;
  close: () => void;
}) {
  const { t } = useTranslation();
  const [read, setRead] = useState<{ read: number; of: number } | null>(null);
  const all = useMutation({
    mutationFn: () => everything(session, ledger, (n, of) => setRead({ read: n, of })),
    onSettled: () => setRead(null),
  });
  const csv = (name: record.TableName | "ledger", href: string) => {
    const table = t(`record.export.${name}`);
    return (
      <li key={name}>
        <div>
          <p className={classes.name}>{table}</p>
          <p className="soft">{t(`record.export.${name}Holds`)}</p>
        </div>
        <Button component="a" href={href} download aria-label={t("record.export.csvOf", { table })}>
          {t("record.export.csv")}
        </Button>
      </li>
    );
  };
  return (
    <Dialog open={open} close={close} title={t("record.export.title")} wide>
      <p className="soft">{t("record.export.lead")}</p>
      <ul className={classes.files}>
        {record.TABLES.map((name) => csv(name, record.attendanceFile(session, name)))}
        {ledger && csv("ledger", record.ledgerFile(session))}
        <li>
          <div>
            <p className={classes.name}>{t("record.export.all")}</p>
            <p className="soft" role="status">
              {read ? t("record.export.gathering", read) : t("record.export.allHolds")}
            </p>
          </div>
          <Button
            loading={all.isPending}
            aria-label={t("record.export.jsonOf")}
            onClick={() => all.mutate()}
          >
            {t("record.export.json")}
          </Button>
        </li>
      </ul>
      {all.error && <Trouble error={all.error} again={() => all.mutate()} />}
    </Dialog>
  );
}

async function everything(
  session: string,
  ledger: boolean,
  read: (n: number, of: number) => void,
): Promise<void> {
  const attendance = await record.attendance(session);
  const verification = await record.verification(session);
  const entries = ledger ? await record.everyEntry(session, {}, read) : null;
  const whole = { attendance, verification, ledger: entries };
  save(`record-${session}.json`, JSON.stringify(whole, null, 1));
}

/** Hand a text over as a file. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
