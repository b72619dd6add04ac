import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import { Wordmark } from "../../components/Wordmark";
import { LANGUAGES, speak } from "../../words";
import { NAMES } from "../account/languages";
import classes from "./Top.module.css";

/** The bar over a sheet: whose page this is, and the way between the few pages there are. */
export function Top({ pages, languages }: { pages?: boolean; languages?: boolean }) {
  return (
    <div className={classes.top}>
      {pages ? (
        <Link className={classes.home} to="/">
          <Wordmark />
        </Link>
      ) : (
        <Wordmark />
      )}
      {pages && <Pages />}
      {languages && <Languages />}
    </div>
  );
}

function Pages() {
  const { t } = useTranslation();
  return (
    <nav className={classes.choice} aria-label={t("today.nav")}>
      <NavLink to="/" end>
        {t("today.home")}
      </NavLink>
      <NavLink to="/account">{t("today.account")}</NavLink>
    </nav>
  );
}

/** Before anybody is known, the page speaks the browser's language, or the one chosen here. */
function Languages() {
  const { t, i18n } = useTranslation();
  return (
    <fieldset className={classes.choice}>
      <legend className="heard-only">{t("signIn.language")}</legend>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={i18n.language === one}
          onClick={() => void speak(one)}
        >
          {NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
}
