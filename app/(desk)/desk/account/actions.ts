"use server";
import { changeOwnPassword } from "#newsroom/people/commands/change-own-password";
import { endSession } from "#newsroom/people/commands/end-session";
import { act } from "../../../_request/act.ts";

export const endOwnSession = async (input: { sessionId: string }) => act(endSession, input);

export const changeOwn = async (input: { current: string; password: string }) => act(changeOwnPassword, input);
