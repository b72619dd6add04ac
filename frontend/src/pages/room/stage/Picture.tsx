import { useEffect, useRef } from "react";
import classes from "./Picture.module.css";

/** A moving picture, and what lies below it until there is one; its sound comes from elsewhere. */
export function Picture({
  stream,
  mirrored,
  whole,
  label,
}: {
  stream: MediaStream;
  /** As in a mirror: one's own. */
  mirrored?: boolean;
  /** All of it is shown, none is cut off. */
  whole?: boolean;
  /** What it is; left out where words beside it say so. */
  label?: string | null;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const shown = video.current;
    if (shown === null) return;
    shown.srcObject = stream;
    // A browser that does not play by itself shows the first frame, and the tile stays of use.
    void shown.play().catch(() => undefined);
    return () => {
      shown.srcObject = null;
    };
  }, [stream]);
  return (
    <video
      ref={video}
      className={classes.picture}
      data-mirrored={mirrored || undefined}
      data-whole={whole || undefined}
      {...(label ? { "aria-label": label } : { "aria-hidden": true })}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
    />
  );
}
