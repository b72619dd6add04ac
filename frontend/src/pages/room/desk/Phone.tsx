import classes from "./Card.module.css";

/** A number that a phone can call. */
export function Phone({ number }: { number: string }) {
  return (
    <a className={classes.phone} href={`tel:${number.replace(/[^\d+]/g, "")}`}>
      {number}
    </a>
  );
}
