// The mesh's client: one connection to each other device of the place.

import type { MediaPeers } from "../api/protocol.gen";
import type { Client, Ties } from "./client";
import type { Carried } from "./modes";
import { Peer } from "./peer";
import type { Tracks } from "./sending";
import type { Source, ToPage } from "./sound";
import type { Layer } from "./want";

export class Mesh implements Client {
  private readonly peers = new Map<string, Peer>();
  private tracks: Tracks;
  private carried: Carried = "video";
  private pictures: ReadonlyMap<string, Layer> = new Map();

  constructor(private readonly ties: Ties) {
    this.tracks = ties.tracks;
  }

  take(message: ToPage): void {
    if (message.kind === "peers") this.meet(message.peers);
    if (message.kind === "passed") this.peers.get(message.sender)?.take(message.data);
  }

  put(source: Source, track: MediaStreamTrack | null): void {
    this.tracks = { ...this.tracks, [source]: track };
    for (const peer of this.peers.values()) peer.send(this.tracks);
  }

  carry(carried: Carried): void {
    this.carried = carried;
    for (const peer of this.peers.values()) peer.carry(carried);
  }

  want(pictures: ReadonlyMap<string, Layer>): void {
    this.pictures = pictures;
    for (const peer of this.peers.values()) peer.want(pictures);
  }

  connections(): readonly RTCPeerConnection[] {
    return [...this.peers.values()].flatMap((peer) => peer.connection ?? []);
  }

  apart(): readonly string[] {
    const all = [...this.peers.values()];
    const met = (peer: Peer) => peer.connection?.connectionState === "connected";
    return all.filter((peer) => !met(peer)).map(({ seat }) => seat);
  }

  loudness(): ReadonlyMap<string, number> {
    return new Map([...this.peers.values()].map((peer) => [peer.seat, peer.loudness()]));
  }

  close(): void {
    for (const peer of this.peers.values()) peer.close();
    this.peers.clear();
  }

  private meet(list: MediaPeers["peers"]): void {
    const now = new Map(list.map((one) => [one.leg, one.seat]));
    for (const [leg, peer] of this.peers) {
      if (now.has(leg)) continue;
      peer.close();
      this.peers.delete(leg);
    }
    // Before anything is said: what comes from somebody new can not be opened otherwise.
    this.ties.introduced(list);
    for (const [leg, seat] of now) {
      if (this.peers.has(leg)) continue;
      const peer = new Peer(leg, seat, this.ties);
      this.peers.set(leg, peer);
      peer.carry(this.carried);
      peer.want(this.pictures);
      peer.send(this.tracks);
      peer.begin();
    }
  }
}
