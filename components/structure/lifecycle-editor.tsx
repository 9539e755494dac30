import { Plus, X } from "lucide-react";
import type { Lifecycle, Transition } from "#lib/core/catalog/structure/resource.ts";
import type { Problem } from "#lib/core/result.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Messages } from "../ui/field.tsx";
import { problemsAt, problemsIn } from "./problems-at.ts";
import { SmallInput, SmallSelect } from "./small-field.tsx";
import { StateDiagram } from "./state-diagram.tsx";

interface Props {
  id: string;
  path: string;
  lifecycle: Lifecycle | undefined;
  problems: readonly Problem[];
  onChange(next: Lifecycle | undefined, now?: boolean): void;
}

const FIRST: Lifecycle = { states: ["draft", "done"], transitions: [{ name: "finish", from: ["draft"], to: "done" }] };

/** The states of a resource and the moves between them, with a drawing of both. */
export function LifecycleEditor({ id, path, lifecycle, problems, onChange }: Props) {
  if (!lifecycle) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => onChange(FIRST, true)}>
          Add a lifecycle
        </Button>
        <span className="text-xs text-ink-soft">
          For things that move through states, such as held, confirmed, cancelled.
        </span>
      </div>
    );
  }
  const { states, transitions } = lifecycle;
  const rename = (index: number, next: string) => {
    const old = states[index];
    const swap = (state: string) => (state === old ? next : state);
    onChange({
      states: states.map((state, at) => (at === index ? next : state)),
      transitions: transitions.map((move) => ({ ...move, from: move.from.map(swap), to: swap(move.to) })),
    });
  };
  const removeState = (index: number) => {
    const gone = states[index];
    const left = transitions
      .map((move) => ({ ...move, from: move.from.filter((state) => state !== gone) }))
      .filter((move) => move.to !== gone && move.from.length > 0);
    onChange({ states: states.filter((_, at) => at !== index), transitions: left }, true);
  };
  const setMove = (index: number, next: Transition | null, now = false) =>
    onChange(
      { states, transitions: transitions.flatMap((move, at) => (at === index ? (next ? [next] : []) : [move])) },
      now,
    );
  return (
    <div className="space-y-3">
      <div className="flex items-center justify-between">
        <h3 className="font-semibold">Lifecycle</h3>
        <Button look="quiet" size="sm" onClick={() => onChange(undefined, true)}>
          Remove the lifecycle
        </Button>
      </div>
      <StateDiagram lifecycle={lifecycle} />
      <ul aria-label="States" className="flex flex-wrap gap-2">
        {states.map((state, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a state has no identity but its place while it is being named
          <li key={index} className="flex items-end">
            <SmallInput
              id={`${id}-s${index}`}
              label={index === 0 ? "First state" : `State ${index + 1}`}
              spellCheck={false}
              className="w-32"
              problems={problemsAt(problems, `${path}.states[${index}]`)}
              value={state}
              onChange={(event) => rename(index, event.target.value)}
            />
            <IconButton
              label={`Remove the state ${state}`}
              disabled={states.length < 2}
              onClick={() => removeState(index)}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </li>
        ))}
        <li className="self-end">
          <Button
            size="sm"
            className="h-9"
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={() => onChange({ states: [...states, `state_${states.length + 1}`], transitions }, true)}
          >
            State
          </Button>
        </li>
      </ul>
      <ul aria-label="Transitions" className="space-y-2">
        {transitions.map((move, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a transition has no identity but its place while it is being named
            key={index}
            className="grid grid-cols-[1fr_auto] items-end gap-2 rounded border border-line p-2 sm:grid-cols-[9rem_1fr_9rem_auto]"
          >
            <SmallInput
              id={`${id}-t${index}`}
              label="Move"
              placeholder="confirm"
              spellCheck={false}
              problems={problemsAt(problems, `${path}.transitions[${index}].name`)}
              value={move.name}
              onChange={(event) => setMove(index, { ...move, name: event.target.value })}
            />
            <fieldset className="col-span-2 min-w-0 sm:col-span-1">
              <legend className="mb-1 text-xs font-normal text-ink-soft">From</legend>
              <div className="flex min-h-9 flex-wrap items-center gap-x-3">
                {states.map((state) => (
                  <label key={state} className="flex min-h-6 items-center gap-1.5 text-xs">
                    <input
                      type="checkbox"
                      className="size-4 accent-accent"
                      checked={move.from.includes(state)}
                      onChange={(event) =>
                        setMove(
                          index,
                          {
                            ...move,
                            from: states.filter((one) =>
                              one === state ? event.target.checked : move.from.includes(one),
                            ),
                          },
                          true,
                        )
                      }
                    />
                    {state}
                  </label>
                ))}
              </div>
              <Messages
                id={`${id}-t${index}-from-problem`}
                problems={problemsIn(problems, `${path}.transitions[${index}].from`)}
              />
            </fieldset>
            <SmallSelect
              id={`${id}-t${index}-to`}
              label="To"
              problems={problemsAt(problems, `${path}.transitions[${index}].to`)}
              value={move.to}
              onChange={(event) => setMove(index, { ...move, to: event.target.value }, true)}
            >
              {states.map((state) => (
                <option key={state}>{state}</option>
              ))}
            </SmallSelect>
            <IconButton label={`Remove the move ${move.name}`} onClick={() => setMove(index, null, true)}>
              <X aria-hidden className="size-4" />
            </IconButton>
            <div className="col-span-full">
              <Messages
                id={`${id}-t${index}-problem`}
                problems={problemsAt(problems, `${path}.transitions[${index}]`)}
              />
            </div>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        icon={<Plus aria-hidden className="size-3.5" />}
        disabled={states.length < 2}
        onClick={() =>
          onChange({
            states,
            transitions: [...transitions, { name: "", from: [states[0] as string], to: states.at(-1) as string }],
          })
        }
      >
        Add a move
      </Button>
      <Messages
        id={`${id}-problem`}
        problems={[
          ...problemsAt(problems, path),
          ...problemsAt(problems, `${path}.states`),
          ...problemsAt(problems, `${path}.transitions`),
        ]}
      />
    </div>
  );
}
