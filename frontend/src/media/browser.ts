// What the media need of the browser, so that tests can give something else.

import { Encryption } from "./encryption/encryption";
import type { Protection, Terms } from "./encryption/protection";
import { agrees } from "./encryption/support";

export type Around = {
  readonly connect: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly protect: (terms: Terms) => Protection;
  /** Whether this browser can encrypt. */
  readonly agrees: () => Promise<boolean>;
  /** Whether the person asked their browser to save data. */
  readonly saves: () => boolean;
};

type Known = { readonly connection?: { readonly saveData?: boolean } };

export const browser: Around = {
  connect: (configuration) => new RTCPeerConnection(configuration),
  protect: (terms) => new Encryption(terms),
  agrees,
  saves: () => (navigator as Known).connection?.saveData === true,
};
