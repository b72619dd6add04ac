import { useTranslation } from "react-i18next";
import type * as api from "../../api/people";
import { Field, Pair } from "../../components/form/Fields";
import { typed } from "../../components/form/wrong";
import { dateOf } from "../../words/wall";
import { Fact, type Part } from "./Fact";
import { LanguageChoice } from "./NewAccount";

const STAFF: readonly api.Role[] = ["facilitator", "supervisor", "administrator", "auditor"];

/** What the clinic knows of somebody, in parts that are changed one at a time. */
export function Facts(part: Part) {
  const works = part.person.memberships.some((one) => one.active && STAFF.includes(one.role));
  const licensed = works || part.person.credential || part.person.licence;
  return (
    <>
      <Identity {...part} />
      <Emergency {...part} />
      {licensed && <Licence {...part} />}
    </>
  );
}

function Identity({ person, ...part }: Part) {
  const { t, i18n } = useTranslation();
  return (
    <Fact
      {...part}
      person={person}
      title={t("person.identity")}
      known={[
        [t("person.legalName"), person.legal_name],
        [t("person.preferredName"), person.preferred_name],
        [
          t("person.birthDate"),
          // A date without a time is that of London in every browser.
          person.birth_date && dateOf(person.birth_date, i18n.language, "UTC"),
        ],
        [t("person.language"), person.locale && t(`person.languages.${person.locale}`)],
        [t("people.signsIn"), person.email ?? person.sign_in],
      ]}
      read={(form) => ({
        legal_name: typed(form, "legal_name"),
        preferred_name: typed(form, "preferred_name"),
        birth_date: typed(form, "birth_date") || null,
        locale: typed(form, "locale") === "es" ? "es" : "en",
      })}
    >
      <Field
        name="legal_name"
        label={t("person.legalName")}
        help={t("person.legalNameHelp")}
        maxLength={200}
        required
        defaultValue={person.legal_name}
        data-autofocus
      />
      <Field
        name="preferred_name"
        label={t("person.preferredName")}
        help={t("person.preferredNameHelp")}
        maxLength={80}
        defaultValue={person.preferred_name}
      />
      <Pair>
        <Field
          name="birth_date"
          label={t("person.birthDate")}
          type="date"
          defaultValue={person.birth_date ?? ""}
        />
        <LanguageChoice value={person.locale} />
      </Pair>
    </Fact>
  );
}

function Emergency({ person, ...part }: Part) {
  const { t } = useTranslation();
  const contact = person.emergency_contact;
  return (
    <Fact
      {...part}
      person={person}
      title={t("person.emergency")}
      lead={t("person.emergencyLead")}
      known={[
        [t("person.contact"), contact?.name],
        [t("person.phone"), contact?.phone],
        [t("person.relation"), contact?.relation],
      ]}
      check={(form) => {
        const given = ["name", "phone", "relation"].filter((one) => typed(form, key(one)));
        const missing =
          given.length > 0 ? ["name", "phone"].filter((one) => !given.includes(one)) : [];
        return Object.fromEntries(missing.map((one) => [key(one), t("form.missing")]));
      }}
      read={(form) => {
        const [name, phone] = [typed(form, key("name")), typed(form, key("phone"))];
        const relation = typed(form, key("relation"));
        return { emergency_contact: name ? { name, phone, relation } : null };
      }}
    >
      <Field
        name={key("name")}
        label={t("person.contact")}
        maxLength={120}
        defaultValue={contact?.name ?? ""}
        data-autofocus
      />
      <Field
        name={key("phone")}
        label={t("person.phone")}
        type="tel"
        inputMode="tel"
        maxLength={40}
        defaultValue={contact?.phone ?? ""}
      />
      <Field
        name={key("relation")}
        label={t("person.relation")}
        help={t("person.relationHelp")}
        maxLength={80}
        defaultValue={contact?.relation ?? ""}
      />
    </Fact>
  );
}

const key = (name: string) => `emergency_contact.${name}`;

function Licence({ person, ...part }: Part) {
  const { t } = useTranslation();
  return (
    <Fact
      {...part}
      person={person}
      title={t("person.licensed")}
      lead={t("person.licensedLead")}
      known={[
        [t("person.credential"), person.credential],
        [t("person.licence"), person.licence],
      ]}
      read={(form) => ({ credential: typed(form, "credential"), licence: typed(form, "licence") })}
    >
      <Field
        name="credential"
        label={t("person.credential")}
        help={t("person.credentialHelp")}
        maxLength={40}
        defaultValue={person.credential}
        data-autofocus
      />
      <Field
        name="licence"
        label={t("person.licence")}
        help={t("person.licenceHelp")}
        maxLength={60}
        defaultValue={person.licence}
      />
    </Fact>
  );
}
