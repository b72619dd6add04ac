// Descriptions as text, and what is put right in them before they are said or followed.

/** A description as it is said. */
export function sdpOf(connection: RTCPeerConnection): string {
  return tidy(connection.localDescription?.sdp ?? "");
}

/**
 * A description that speaks of no codec which its line does not have.
 *
 * Firefox leaves the feedback of codecs that were ruled out, and Chromium refuses the whole.
 */
export function tidy(sdp: string): string {
  let codecs: readonly string[] = [];
  const kept = sdp.split("\r\n").filter((line) => {
    if (line.startsWith("m=")) codecs = line.split(" ").slice(3);
    const codec = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+) /.exec(line)?.[1];
    return codec === undefined || codecs.includes(codec);
  });
  return kept.join("\r\n");
}

/** A description in which Opus may fall silent between words. */
export function quiet(sdp: string): string {
  const opus = /^a=rtpmap:(\d+) opus\//im.exec(sdp)?.[1];
  if (opus === undefined) return sdp;
  return sdp.replace(new RegExp(`^(a=fmtp:${opus} [^\\r\\n]*)`, "gm"), (line) =>
    line.includes("usedtx") ? line : `${line};usedtx=1`,
  );
}
