// The HTTP door: JSON in and out, Django's CSRF token, refusals as Problem.

import { away } from "./touch";

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** What is wrong with which field. */
  readonly fields: Fields;

  constructor(status: number, code: string, detail: string, fields: Fields = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

export type Fields = Readonly<Record<string, readonly string[]>>;

/** A page of a list. */
export type Listed<T> = {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly T[];
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Headers = Readonly<Record<string, string>>;

/** Ask the server; throws Problem, also (code `offline`) when it can not be reached. */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  more?: Headers,
  signal?: AbortSignal,
): Promise<T> {
  const answer = await reach(method, path, body, more, signal);
  const text = await answer.text();
  const document = text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : undefined;
  if (!answer.ok) throw problem(answer.status, document);
  return document as T;
}

/** The bare answer; throws Problem only when the server can not be reached. */
export async function reach(
  method: Method,
  path: string,
  body?: unknown,
  more?: Headers,
  signal?: AbortSignal,
): Promise<Response> {
  if (leadsElsewhere(path)) throw new Problem(404, "not_found", "");
  // The server's own sentences come in the language that is read here, whatever the browser's is.
  const language = document.documentElement.lang || "en";
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Accept-Language": language,
    ...more,
  };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET") headers["X-CSRFToken"] = csrfToken();
  else if (away()) headers["X-Idle"] = "1";
  try {
    return await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch {
    throw new Problem(0, "offline", "");
  }
}

/** A query string of what is given; what is empty is left out. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** Whether an id that stood in an address would make this a request for something else. */
function leadsElsewhere(path: string): boolean {
  return new URL(path, "http://here").pathname !== path.split(/[?#]/)[0];
}

function csrfToken(): string {
  return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}

/** A refusal's document, as the server or allauth writes it. */
export type Refusal = {
  code?: string;
  detail?: string;
  fields?: Fields;
  errors?: readonly { code: string; message: string; param?: string }[];
  meta?: { is_authenticated?: boolean };
};

export function problem(status: number, document: Refusal | undefined): Problem {
  // allauth has a shape of its own.
  const errors = document?.errors ?? [];
  const first = errors[0];
  const code = document?.code ?? first?.code ?? unnamed(status, document);
  const named = errors.flatMap((one) => (one.param ? [[one.param, [one.message]] as const] : []));
  const fields = document?.fields ?? Object.fromEntries(named);
  return new Problem(status, code, document?.detail ?? first?.message ?? "", fields);
}

function unnamed(status: number, document: Refusal | undefined): string {
  // Signed in, but too long ago for what is asked.
  if (status === 401 && document?.meta?.is_authenticated) return "reauthenticate";
  return status === 429 ? "too_fast" : "failed";
}
