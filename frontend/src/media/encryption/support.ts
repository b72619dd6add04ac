// Whether this browser can encrypt media between devices, and what its connections need for it.

type Old = { createEncodedStreams?: unknown };

/** Why media can not be encrypted here; null where they can. */
export function unsupported(): "transforms" | "insecure" | null {
  if (globalThis.crypto?.subtle === undefined) return "insecure";
  if (typeof Worker === "undefined" || !(modern() || older())) return "transforms";
  return null;
}

/** Whether this browser can take part in an encrypted room, as far as can be told at once. */
export function supported(): boolean {
  return unsupported() === null;
}

/** The same, having tried the one algorithm that some browsers with transforms lack. */
export async function agrees(): Promise<boolean> {
  if (!supported()) return false;
  try {
    await crypto.subtle.generateKey({ name: "X25519" }, false, ["deriveBits"]);
    return true;
  } catch {
    return false;
  }
}

/** Whether frames are reached the standard way. */
export function modern(): boolean {
  return typeof RTCRtpScriptTransform !== "undefined";
}

/** What an encrypted connection is made with, beside its relays. */
export function configuration(): RTCConfiguration {
  // Only the older way must be asked for in advance; with it, no frame passes untransformed.
  return modern() ? {} : ({ encodedInsertableStreams: true } as RTCConfiguration);
}

/**
 * What a line of an encrypted connection may speak: its clear bytes are known for these alone.
 *
 * For `setCodecPreferences`; sound has no RED, for it would carry frames within frames.
 */
export function codecs(kind: "audio" | "video"): RTCRtpCodec[] {
  const wanted = kind === "audio" ? ["audio/opus"] : ["video/vp8", "video/rtx"];
  const all = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  return all.filter((codec) => wanted.includes(codec.mimeType.toLowerCase()));
}

function older(): boolean {
  if (typeof RTCRtpSender === "undefined") return false;
  return typeof (RTCRtpSender.prototype as Old).createEncodedStreams === "function";
}
