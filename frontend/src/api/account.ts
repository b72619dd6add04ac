// Signing in and out, who is signed in, and one's own account.

import { Problem, problem, type Refusal, reach, request } from "./http";
import type { components } from "./rest.gen";

type Schemas = components["schemas"];
/** Whoever is signed in; `idle_min` minutes without a touch end it, where the clinic says so. */
export type Me = Schemas["Me"] & {
  readonly idle_min?: number | null;
  readonly second_factor_due?: boolean;
};
export type Agreement = Schemas["Agreement"];
export type EmergencyContact = Schemas["EmergencyContact"];
/** What is still asked for before one is signed in. */
export type Step = "done" | "second_factor" | "emailed_code" | "reset_code";

const BROWSER = "/_allauth/browser/v1";
const AUTH = `${BROWSER}/auth`;
const ACCOUNT = `${BROWSER}/account`;

type Flow = { readonly id: string; readonly is_pending?: boolean };
type Pending = Refusal & { readonly data?: { readonly flows?: readonly Flow[] } };

export function me(): Promise<Me> {
  return request<Me>("GET", "/api/v1/me");
}

export type OwnDetails = {
  readonly preferred_name?: string;
  readonly locale?: Schemas["LocaleEnum"];
  readonly emergency_contact?: EmergencyContact | null;
};

/** Change what people change about themselves. */
export function edit(details: OwnDetails): Promise<Me> {
  return request<Me>("PATCH", "/api/v1/me", details);
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

/** Have a code sent by which a forgotten password can be replaced. */
export function askForReset(email: string): Promise<Step> {
  return stepped(`${AUTH}/password/request`, { email });
}

/** Replace a forgotten password, and sign in with the new one. */
export async function resetPassword(email: string, key: string, password: string): Promise<Step> {
  const answer = await reach("POST", `${AUTH}/password/reset`, { key, password });
  // allauth answers 401, for one is not signed in by it; only here it means that it has worked.
  if (!answer.ok && answer.status !== 401) throw await refused(answer);
  return byPassword(email, password);
}

export async function signOut(): Promise<void> {
  // allauth answers 401, which here means that it has worked.
  await request("DELETE", `${AUTH}/session`).catch((error: unknown) => {
    if (!(error instanceof Problem && error.status === 401)) throw error;
  });
}

/** End every session, token and live connection of one's own, this one too. */
export function signOutEverywhere(): Promise<unknown> {
  return request("POST", "/api/v1/me/sign-out-everywhere");
}

export function sign(agreement: string, name: string): Promise<Agreement> {
  return request<Agreement>("POST", `/api/v1/agreements/${agreement}/sign`, { name });
}

/** Whether the account has a password; some sign in by codes only. */
export async function hasPassword(): Promise<boolean> {
  const answer = await request<Data<{ user: { has_usable_password: boolean } }>>(
    "GET",
    `${AUTH}/session`,
  );
  return answer.data.user.has_usable_password;
}

/** Say once more who one is, for what needs it. */
export function sayAgain(password: string): Promise<unknown> {
  return request("POST", `${AUTH}/reauthenticate`, { password });
}

export function sayAgainByCode(code: string): Promise<unknown> {
  return request("POST", `${AUTH}/2fa/reauthenticate`, { code });
}

/** Change the password; without one so far, `current` is left out. */
export function changePassword(current: string, next: string): Promise<unknown> {
  const body = { new_password: next, ...(current ? { current_password: current } : {}) };
  return request("POST", `${ACCOUNT}/password/change`, body);
}

type Data<T> = { readonly data: T };
type Authenticator = { readonly type: string; readonly unused_code_count?: number };

/** Whether a second factor is set up, and how many recovery codes are left. */
export type SecondFactor = { readonly on: boolean; readonly codes: number };

export async function secondFactor(): Promise<SecondFactor> {
  const { data } = await request<Data<readonly Authenticator[]>>(
    "GET",
    `${ACCOUNT}/authenticators`,
  );
  const codes = data.find((one) => one.type === "recovery_codes");
  return { on: data.some((one) => one.type === "totp"), codes: codes?.unused_code_count ?? 0 };
}

/** What an authenticator app needs; a new secret each time it is asked for. */
export type Seed = { readonly secret: string; readonly totp_url: string };

export async function secondFactorSeed(): Promise<Seed> {
  const answer = await reach("GET", `${ACCOUNT}/authenticators/totp`);
  const document = (await answer.json()) as { meta: Seed };
  // Not found means that there is none yet, and comes with what one needs to make it.
  if (answer.status !== 404) throw problem(answer.status, document as Refusal);
  return document.meta;
}

export function turnOnSecondFactor(code: string): Promise<unknown> {
  return request("POST", `${ACCOUNT}/authenticators/totp`, { code });
}

export function turnOffSecondFactor(): Promise<unknown> {
  return request("DELETE", `${ACCOUNT}/authenticators/totp`);
}

type Codes = Data<{ readonly unused_codes?: readonly string[] }>;

/** New recovery codes; the ones before are void. */
export async function newRecoveryCodes(): Promise<readonly string[]> {
  const answer = await request<Codes>("POST", `${ACCOUNT}/authenticators/recovery-codes`, {});
  return answer.data.unused_codes ?? [];
}

export type OpenInvitation = Schemas["OpenInvitation"];
export type Accepted = Schemas["Accepted"];
export type NewAccount = {
  readonly legal_name: string;
  readonly preferred_name: string;
  readonly locale: Schemas["LocaleEnum"];
  readonly password: string;
};

const INVITATION = "/api/v1/invitations/accept";

/** What the holder of a link may see before joining; the token is never part of an address. */
export function invitation(token: string): Promise<OpenInvitation> {
  return request("GET", INVITATION, undefined, { "X-Invitation": token });
}

/** Join with a new account, or, without one, with the account that is signed in. */
export function join(token: string, account?: NewAccount): Promise<Accepted> {
  return request("POST", INVITATION, { token, ...account });
}

const STEPS: Readonly<Record<string, Step>> = {
  mfa_authenticate: "second_factor",
  login_by_code: "emailed_code",
  password_reset_by_code: "reset_code",
};

async function stepped(path: string, body: unknown): Promise<Step> {
  const answer = await reach("POST", path, body);
  if (answer.ok) return "done";
  const document = await read(answer);
  const pending = document.data?.flows?.find((flow) => flow.is_pending)?.id ?? "";
  const step = answer.status === 401 ? STEPS[pending] : undefined;
  if (step) return step;
  if (answer.status === 429) throw new Problem(429, "too_fast", "");
  // The code is too old, or was tried too often: allauth has forgotten it.
  if (answer.status === 409) throw new Problem(409, "code_run_out", "");
  throw new Problem(answer.status, "sign_in_refused", "");
}

async function refused(answer: Response): Promise<Problem> {
  const found = problem(answer.status, await read(answer));
  return answer.status === 409 ? new Problem(409, "code_run_out", "") : found;
}

async function read(answer: Response): Promise<Pending> {
  return (await answer.json().catch(() => ({}))) as Pending;
}
