import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { Problem } from "../../api/http";
import { begin, speak, staffWords } from "../../words";
import { Field, Form, typed } from "./Form";

beforeAll(async () => {
  await begin();
  await speak("en");
  await staffWords();
});
afterEach(cleanup);

function shown(act: (form: FormData) => Promise<unknown>) {
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <Form act={act} go="Go">
          <Field name="name" label="Name" required />
          <Field name="length" label="Length" type="number" min={5} max={720} required />
        </Form>
      </QueryClientProvider>
    </MantineProvider>,
  );
  const [name, length] = [screen.getByLabelText("Name"), screen.getByLabelText("Length")];
  const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
  return { name, length, type, go: () => fireEvent.click(screen.getByRole("button")) };
}

test("what is missing is said beside it, and nothing is sent", () => {
  const act = vi.fn(() => Promise.resolve());
  const { name, length, type, go } = shown(act);
  type(name, "  ");
  type(length, "60");
  go();
  expect(screen.getByText("This is needed.")).toBeTruthy();
  expect(document.activeElement).toBe(name);
  expect(act).not.toHaveBeenCalled();
});

test("what the server refuses is said beside its field, and what was typed stays", async () => {
  const refusal = new Problem(400, "invalid", "", { length: ["Too long for a Tuesday."] });
  const { name, length, type, go } = shown(() => Promise.reject(refusal));
  type(name, "Fern");
  type(length, "600");
  go();
  await waitFor(() => expect(screen.getByText("Too long for a Tuesday.")).toBeTruthy());
  expect(document.activeElement).toBe(length);
  expect(name).toHaveProperty("value", "Fern");
  type(length, "90");
  expect(screen.queryByText("Too long for a Tuesday.")).toBeNull();
});

test("a field that is not in the form is named all the same", async () => {
  const refusal = new Problem(400, "invalid", "", { zone: ["This zone is not known."] });
  const { name, length, type, go } = shown(() => Promise.reject(refusal));
  type(name, "Fern");
  type(length, "90");
  go();
  await waitFor(() =>
    expect(screen.getByRole("alert").textContent).toBe("This zone is not known."),
  );
});

test("spaces around what was typed are not sent", async () => {
  const act = vi.fn((form: FormData) => Promise.resolve(typed(form, "name")));
  const { name, length, type, go } = shown(act);
  type(name, " Fern ");
  type(length, "90");
  go();
  await waitFor(() => expect(act.mock.results[0]?.value).resolves.toBe("Fern"));
});
