// What a person said at the door last time; asked for anew each time, and kept nowhere in the browser.

import { request } from "./http";
import type { components } from "./rest.gen";

export type LastTime = components["schemas"]["LastAttestation"];

export function lastTime(session: string): Promise<LastTime> {
  return request<LastTime>("GET", `/api/v1/sessions/${session}/attestation`);
}
