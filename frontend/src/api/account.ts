// Signing in and out, and who is signed in.

import { Problem, reach, request } from "./http";
import type { components } from "./rest.gen";

export type Me = components["schemas"]["Me"];
export type Agreement = components["schemas"]["Agreement"];
/** What is still asked for before one is signed in. */
export type Step = "done" | "second_factor" | "emailed_code";

const AUTH = "/_allauth/browser/v1/auth";

type Flow = { readonly id: string; readonly is_pending?: boolean };
type Pending = { readonly data?: { readonly flows?: readonly Flow[] } };

export function me(): Promise<Me> {
  return request<Me>("GET", "/api/v1/me");
}

/** Sign in by password, with an e-mail address or a sign-in name. */
export function byPassword(name: string, password: string): Promise<Step> {
  const who = name.includes("@") ? { email: name } : { username: name };
  return stepped(`${AUTH}/login`, { ...who, password });
}

/** Have a one-time code sent to an e-mail address. */
export function askForCode(email: string): Promise<Step> {
  return stepped(`${AUTH}/code/request`, { email });
}

export function byEmailedCode(code: string): Promise<Step> {
  return stepped(`${AUTH}/code/confirm`, { code });
}

/** Sign in by a code that staff gave out. */
export function byStaffCode(name: string, code: string): Promise<Step> {
  return stepped("/api/v1/sign-in/code", { sign_in: name, code, client: "browser" });
}

export function bySecondFactor(code: string): Promise<Step> {
  return stepped(`${AUTH}/2fa/authenticate`, { code });
}

export async function signOut(): Promise<void> {
  // allauth answers 401, which here means that it has worked.
  await request("DELETE", `${AUTH}/session`).catch((error: unknown) => {
    if (!(error instanceof Problem && error.status === 401)) throw error;
  });
}

export function sign(agreement: string, name: string): Promise<Agreement> {
  return request<Agreement>("POST", `/api/v1/agreements/${agreement}/sign`, { name });
}

async function stepped(path: string, body: unknown): Promise<Step> {
  const answer = await reach("POST", path, body);
  if (answer.ok) return "done";
  const document = (await answer.json().catch(() => ({}))) as Pending & Record<string, unknown>;
  const pending = document.data?.flows?.find((flow) => flow.is_pending)?.id;
  if (answer.status === 401 && pending === "mfa_authenticate") return "second_factor";
  if (answer.status === 401 && pending === "login_by_code") return "emailed_code";
  throw new Problem(answer.status, answer.status === 429 ? "too_fast" : "sign_in_refused", "");
}
