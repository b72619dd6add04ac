// The HTTP door: JSON in and out, Django's CSRF token, refusals as Problem.

export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** Ask the server; throws Problem, also (code `offline`) when it can not be reached. */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const answer = await reach(method, path, body);
  const text = await answer.text();
  const document = text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : undefined;
  if (!answer.ok) throw problem(answer.status, document);
  return document as T;
}

/** The bare answer; throws Problem only when the server can not be reached. */
export async function reach(method: Method, path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method !== "GET") headers["X-CSRFToken"] = csrfToken();
  try {
    return await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, "offline", "");
  }
}

function csrfToken(): string {
  return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? "";
}

type Refusal = {
  code?: string;
  detail?: string;
  errors?: readonly { code: string; message: string }[];
};

function problem(status: number, document: Refusal | undefined): Problem {
  // allauth has a shape of its own.
  const first = document?.errors?.[0];
  const code = document?.code ?? first?.code ?? (status === 429 ? "too_fast" : "failed");
  return new Problem(status, code, document?.detail ?? first?.message ?? "");
}
