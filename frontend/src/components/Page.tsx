import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";
import classes from "./Page.module.css";

/** A page of the staff's part: where it belongs, its heading, what can be done, what it shows. */
export function Page({
  title,
  tab,
  lead,
  up,
  actions,
  children,
}: {
  title: string;
  /** What the browser's tab and history call it, where the heading is somebody's name. */
  tab?: string;
  lead?: ReactNode;
  /** The page above this one. */
  up?: { readonly to: string; readonly name: string } | undefined;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is read from its heading
  useEffect(() => heading.current?.focus({ preventScroll: true }), [pathname]);
  return (
    <div className={classes.page}>
      <title>{`${tab ?? title} · vgroup`}</title>
      <header className={classes.head}>
        <div className={classes.names}>
          {up && (
            <Link className={classes.up} to={up.to}>
              <span aria-hidden="true">‹ </span>
              {up.name}
            </Link>
          )}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <div className="soft">{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
