import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useMe } from "../../components/Me";
import { Page } from "../../components/Page";
import { works } from "../../components/Place";
import { Sheet } from "../../components/Sheet";
import { Top } from "../today/Top";
import classes from "./Account.module.css";
import { EmergencyContact } from "./EmergencyContact";
import { SecondFactor } from "./SecondFactor";
import { SigningIn } from "./SigningIn";
import { SigningOut } from "./SigningOut";
import { You } from "./You";

/** One's own account: in the frame for staff, as a sheet of its own for everyone else. */
export default function Account() {
  const { t } = useTranslation();
  const staff = works(useMe());
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash) return;
    const part = document.getElementById(hash.slice(1));
    part?.scrollIntoView();
    part?.querySelector("input")?.focus({ preventScroll: true });
  }, [hash]);
  const parts = (
    <div className={classes.columns}>
      <div className={classes.columns} data-narrow>
        <You />
        <EmergencyContact />
      </div>
      <div className={classes.columns} data-narrow>
        <SigningIn />
        <SecondFactor />
        <SigningOut />
      </div>
    </div>
  );
  if (staff) return <Page title={t("account.title")}>{parts}</Page>;
  return (
    <Sheet wide step="account" top={<Top pages />} title={t("account.title")}>
      <title>{`${t("account.title")} · vgroup`}</title>
      {parts}
    </Sheet>
  );
}
