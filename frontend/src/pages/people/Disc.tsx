import classes from "./Disc.module.css";

/** A small seat with somebody's first letters, as in the circle. */
export function Disc({ name, large }: { name: string; large?: boolean }) {
  return (
    <span className={classes.disc} data-large={large || undefined} aria-hidden="true">
      {letters(name)}
    </span>
  );
}

function letters(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const [first = "", last = ""] = [words.at(0), words.length > 1 ? words.at(-1) : ""];
  return (last ? first.slice(0, 1) + last.slice(0, 1) : first.slice(0, 2)).toLocaleUpperCase();
}
