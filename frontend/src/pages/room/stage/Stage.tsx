import { Button } from "@mantine/core";
import { type CSSProperties, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoom } from "../../../room/hooks";
import { useWish } from "./choices";
import { arrange, type Box, PAGE, pages, strip } from "./layout";
import classes from "./Stage.module.css";
import { Tile, type TileProps } from "./Tile";
import { tiles, type Tile as Which } from "./tiles";

type Choose = TileProps["choose"];
export type StageProps = { choose?: Choose; low?: boolean };

/** Everyone of one's own place as tiles: all alike, or one in large with the others beside it. */
export default function Stage({ choose, low }: StageProps) {
  const { wish, pin } = useWish();
  const seen = useRoom(({ people, you, spotlights }) => ({ people, you, spotlights }));
  const { large, small } = useMemo(() => tiles(seen, wish), [seen, wish]);
  const [frame, box] = useBox();
  useFocusKept(frame, wish.pinned);
  const own = { pinned: wish.pinned, pin, choose };
  return (
    <div ref={frame} className={classes.stage} data-low={low || undefined}>
      {box === null ? null : low ? (
        <Row list={[...large, ...small]} {...own} />
      ) : large.length > 0 ? (
        <Beside large={large} small={small} box={box} {...own} />
      ) : (
        <Grid list={small} box={box} {...own} />
      )}
    </div>
  );
}

function One({ tile, size, own }: Pick<TileProps, "tile" | "size"> & { own: Own }) {
  const { pinned, ...rest } = own;
  return <Tile tile={tile} size={size} pinned={pinned === tile.key} {...rest} />;
}

type Own = { pinned: string | null; pin: TileProps["pin"]; choose: Choose };

/** The size of the box that tiles fill, as it changes. */
function useBox(): [RefObject<HTMLDivElement | null>, Box | null] {
  const frame = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const shown = frame.current;
    if (shown === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      setBox({ width: Math.floor(width), height: Math.floor(height) });
    });
    watch.observe(shown);
    return () => watch.disconnect();
  }, []);
  return [frame, box];
}

/** A tile that was pinned, or is no more, stands elsewhere now: the focus goes with it. */
function useFocusKept(frame: RefObject<HTMLElement | null>, pinned: string | null): void {
  const before = useRef(pinned);
  useEffect(() => {
    const moved = pinned ?? before.current;
    const changed = pinned !== before.current;
    before.current = pinned;
    if (!changed || moved === null || document.activeElement !== document.body) return;
    frame.current?.querySelector<HTMLElement>(`[data-pin="${CSS.escape(moved)}"]`)?.focus();
  }, [frame, pinned]);
}

/** All alike, as they sit. */
function Grid({ list, box, ...own }: Own & { list: readonly Which[]; box: Box }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const all = pages(list.length);
  const now = Math.min(page, all - 1);
  const shown = list.slice(now * PAGE, (now + 1) * PAGE);
  const inner = all > 1 ? { ...box, height: box.height - PAGER_PX } : box;
  const layout = arrange(shown.length, inner);
  return (
    <>
      <ul
        className={classes.grid}
        aria-label={t("stage.tiles")}
        data-scrolls={layout.scrolls || undefined}
        style={sized(layout.width, layout.height, layout.columns)}
      >
        {shown.map((tile) => (
          <One key={tile.key} tile={tile} size={sizeOf(layout.width)} own={own} />
        ))}
      </ul>
      {all > 1 && <Pager page={now} pages={all} go={setPage} />}
    </>
  );
}

const PAGER_PX = 52;
// A tile narrower than the first needs no more than a small picture, and wider than the second a
// whole one.
const [SMALL_PX, LARGE_PX] = [260, 480];

function sizeOf(width: number): TileProps["size"] {
  return width < SMALL_PX ? "small" : width < LARGE_PX ? "normal" : "large";
}

function sized(width: number, height: number, columns: number): CSSProperties {
  return { "--w": `${width}px`, "--h": `${height}px`, "--columns": columns } as CSSProperties;
}

function Pager({
  page,
  pages: all,
  go,
}: {
  page: number;
  pages: number;
  go: (page: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.pager}>
      <Button disabled={page === 0} onClick={() => go(page - 1)}>
        {t("stage.previousPage")}
      </Button>
      <span className="tabular" role="status">
        {t("stage.page", { page: page + 1, pages: all })}
      </span>
      <Button disabled={page === all - 1} onClick={() => go(page + 1)}>
        {t("stage.nextPage")}
      </Button>
    </div>
  );
}

/** What is shared, spotlit or pinned in large, the others small. */
function Beside({
  large,
  small,
  box,
  ...own
}: Own & { large: readonly Which[]; small: readonly Which[]; box: Box }) {
  const { t } = useTranslation();
  return (
    <div className={classes.beside} data-strip={strip(box)}>
      <ul className={classes.large} aria-label={t("stage.large")} data-two={large.length > 1}>
        {large.map((tile) => (
          <One key={tile.key} tile={tile} size="large" own={own} />
        ))}
      </ul>
      {small.length > 0 && (
        <ul className={classes.strip} aria-label={t("stage.small")}>
          {small.map((tile) => (
            <One key={tile.key} tile={tile} size="small" own={own} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** One low line of tiles, while something else has the room. */
function Row({ list, ...own }: Own & { list: readonly Which[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.row} aria-label={t("stage.tiles")}>
      {list.map((tile) => (
        <One key={tile.key} tile={tile} size="small" own={own} />
      ))}
    </ul>
  );
}
