import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Account.module.css";

/** The recovery codes, while they can be seen. */
export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(codes.join("\n"));
    setCopied(true);
  }
  return (
    <div className={classes.form}>
      <h3>{t("secondFactor.codesTitle")}</h3>
      <p>{t("secondFactor.codesLead")}</p>
      <ol className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={classes.buttons}>
        <Button variant="filled" onClick={done}>
          {t("secondFactor.kept")}
        </Button>
        {/* Only where the page came over a safe connection may it write there. */}
        {navigator.clipboard && (
          <Button onClick={() => void copy()}>{t("secondFactor.copy")}</Button>
        )}
        <p role="status" className={classes.said}>
          {copied ? t("secondFactor.copied") : ""}
        </p>
      </div>
    </div>
  );
}
