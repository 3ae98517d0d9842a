import { revokeTrust } from "#app/domain/moderation/commands/revoke-trust.server.ts";
import { trustAddress } from "#app/domain/moderation/commands/trust-address.server.ts";
import { revokeTrustSchema, trustSchema } from "#app/domain/moderation/trust.schema.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type Act, done } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";

/** Trusting whoever sent an item, and ending that. Both decide nothing about the item itself, whoever has it. */
export function trustActs(context: StaffContext, item: ItemRef, { address }: WayOn): Record<string, Act> {
  return {
    trust: async (fields) => {
      await trustAddress(context, { item, ...checked(trustSchema, fields) });
      return done(address, "trust");
    },
    "revoke-trust": async (fields) => {
      await revokeTrust(context, checked(revokeTrustSchema, fields));
      return done(address, "revoke-trust");
    },
  };
}
