"use server";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import type { SignInActions } from "#components/generation/deliver/sign-in-actions.ts";
import { currentSignIn, leaveSignIn, startSignIn } from "#lib/wizard/sign-in-to-github.ts";

export const startDevice: SignInActions["start"] = async () => asOwner(z.null(), null, startSignIn);

export const deviceState: SignInActions["state"] = async () => asOwner(z.null(), null, currentSignIn);

export const leaveDevice: SignInActions["leave"] = async () => asOwner(z.null(), null, leaveSignIn);
