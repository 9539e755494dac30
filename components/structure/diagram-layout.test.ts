import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutLifecycle } from "./diagram-layout.ts";

const held = {
  states: ["held", "confirmed", "cancelled"],
  transitions: [
    { name: "confirm", from: ["held"], to: "confirmed" },
    { name: "cancel", from: ["held", "confirmed"], to: "cancelled" },
  ],
};

test("the first state stands left of those it leads to", () => {
  const { boxes } = layoutLifecycle(held);
  const x = (name: string) => boxes.find((box) => box.name === name)?.x ?? -1;
  expect(x("held")).toBeLessThan(x("confirmed"));
  expect(x("held")).toBeLessThan(x("cancelled"));
});

test("every state is drawn once, inside the drawing, and every move once per source", () => {
  const states = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1, maxLength: 8 });
  const lifecycles = states.chain((names) =>
    fc.record({
      states: fc.constant(names),
      transitions: fc.array(
        fc.record({
          name: fc.stringMatching(/^[a-z]{1,12}$/),
          from: fc.subarray(names, { minLength: 1 }),
          to: fc.constantFrom(...names),
        }),
        { maxLength: 8 },
      ),
    }),
  );
  fc.assert(
    fc.property(lifecycles, (lifecycle) => {
      const { boxes, arrows, width, height } = layoutLifecycle(lifecycle);
      expect(boxes.map(({ name }) => name).sort()).toEqual([...lifecycle.states].sort());
      expect(arrows).toHaveLength(lifecycle.transitions.reduce((sum, { from }) => sum + from.length, 0));
      for (const box of boxes) {
        expect(box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + 28 <= height).toBe(true);
      }
    }),
  );
});
