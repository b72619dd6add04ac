import { expect, test } from "vitest";
import { quiet, sdpOf, tidy } from "./sdp";

const FIREFOX = [
  "v=0",
  "a=group:BUNDLE 0 1",
  "m=audio 9 UDP/TLS/RTP/SAVPF 109",
  "a=rtpmap:109 opus/48000/2",
  "a=fmtp:109 stereo=1",
  "a=rtcp-fb:109 transport-cc",
  "m=video 9 UDP/TLS/RTP/SAVPF 120 124",
  "a=rtcp-fb:* ccm fir",
  "a=rtcp-fb:120 nack pli",
  "a=rtcp-fb:121 nack pli",
  "a=rtcp-fb:109 nack",
  "a=fmtp:124 apt=120",
  "a=fmtp:126 packetization-mode=1",
  "a=rtpmap:120 VP8/90000",
  "a=rtpmap:124 rtx/90000",
  "",
].join("\r\n");

test("a description speaks of no codec that its line does not have", () => {
  const gone = ["a=rtcp-fb:121 nack pli", "a=rtcp-fb:109 nack", "a=fmtp:126 packetization-mode=1"];
  const kept = FIREFOX.split("\r\n").filter((line) => !gone.includes(line));
  expect(tidy(FIREFOX)).toBe(kept.join("\r\n"));
  expect(tidy(tidy(FIREFOX))).toBe(tidy(FIREFOX));
  const connection = { localDescription: { sdp: FIREFOX } } as RTCPeerConnection;
  expect(sdpOf(connection)).toBe(tidy(FIREFOX));
});

test("opus may fall silent, said once", () => {
  expect(quiet(FIREFOX)).toContain("a=fmtp:109 stereo=1;usedtx=1\r\n");
  expect(quiet(quiet(FIREFOX))).toBe(quiet(FIREFOX));
  expect(quiet("v=0\r\n")).toBe("v=0\r\n");
});
