import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { card } from "../../../api/meeting";
import { Loading } from "../../../components/Loading";
import { Trouble } from "../../../components/Trouble";
import { useHere } from "../../../room/hooks";
import classes from "./Card.module.css";
import { Phone } from "./Phone";

/** The legal name and whom to call, on somebody's own card only; that one looks is written down. */
export function Known({ seat }: { seat: string }) {
  const { t } = useTranslation();
  const { session } = useHere();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["card", session, seat],
    queryFn: () => card(session, seat),
    staleTime: 5 * 60_000,
    gcTime: 0,
  });
  if (isPending) return <Loading lines={1} />;
  if (error) return <Trouble error={error} again={() => void refetch()} />;
  const contact = data.emergency_contact;
  return (
    <section className={classes.known} aria-label={t("staff.known")}>
      <dl className={classes.facts}>
        <dt>{t("staff.legalName")}</dt>
        <dd>{data.legal_name || t("staff.noLegalName")}</dd>
        <dt>{t("staff.emergency")}</dt>
        <dd>
          {contact ? (
            <>
              {[contact.name, contact.relation].filter(Boolean).join(", ")}
              <br />
              <Phone number={contact.phone} />
            </>
          ) : (
            t("staff.noContact")
          )}
        </dd>
      </dl>
      <p className="soft">{t("staff.looked")}</p>
    </section>
  );
}
