import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { invitations } from "../../api/people";
import { Choice } from "../../components/form/Form";
import { usePlace } from "../../components/Place";
import { dateOf } from "../../words/wall";

/** Instead of somebody by name: an invitation as a guest that was accepted. */
export function Accepted() {
  const { t, i18n } = useTranslation();
  const { clinic } = usePlace();
  const { data } = useQuery({
    queryKey: ["invitations", clinic.id, "accepted"],
    queryFn: () => invitations(clinic.id, false, 1),
  });
  const accepted = (data?.results ?? []).filter((one) => one.role === "guest" && one.accepted_at);
  if (accepted.length === 0) return null;
  const options = accepted.map((one) => ({
    value: one.id,
    label: `${one.email || t("meeting.byLink")} · ${dateOf(one.accepted_at ?? "", i18n.language)}`,
  }));
  return (
    <Choice
      name="invitation"
      label={t("meeting.invitation")}
      data={[{ value: "", label: t("meeting.noInvitation") }, ...options]}
    />
  );
}
