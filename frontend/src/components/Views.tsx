import { Link } from "react-router";
import classes from "./Views.module.css";

/** The views of one page, as links beside each other. */
export function Views({
  name,
  among,
}: {
  name: string;
  among: readonly { readonly to: string; readonly name: string; readonly here: boolean }[];
}) {
  return (
    <nav className={classes.views} aria-label={name}>
      {among.map((view) => (
        <Link key={view.to} to={view.to} aria-current={view.here ? "page" : undefined}>
          {view.name}
        </Link>
      ))}
    </nav>
  );
}
