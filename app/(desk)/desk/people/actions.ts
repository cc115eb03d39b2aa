"use server";
import { env } from "#lib/env";
import type { Role } from "#newsroom/kernel/actor";
import type { Answer } from "#newsroom/kernel/answer";
import { addStaff } from "#newsroom/people/commands/add-staff";
import { changeRole } from "#newsroom/people/commands/change-role";
import { deactivateStaff } from "#newsroom/people/commands/deactivate-staff";
import { reactivateStaff } from "#newsroom/people/commands/reactivate-staff";
import { resetStaffPassword } from "#newsroom/people/commands/reset-staff-password";
import type { GivenLink } from "../../../../components/desk/people/people-actions.ts";
import { act } from "../../../_request/act.ts";

interface OfPerson {
  staffId: string;
  version: number;
}

export async function addPerson(input: { id: string; name: string; email: string; role: Role }) {
  const answer = await act(addStaff, input);
  return answer.ok ? given(answer.value.link) : answer;
}

export async function makeLinkFor(input: OfPerson) {
  const answer = await act(resetStaffPassword, input);
  return answer.ok ? given(answer.value) : answer;
}

export const changeRoleOf = async (input: OfPerson & { role: Role }) => act(changeRole, input);

export const deactivatePerson = async (input: OfPerson) => act(deactivateStaff, input);

export const reactivatePerson = async (input: OfPerson) => act(reactivateStaff, input);

function given(link: { path: string; endsAt: Date } | null): Answer<GivenLink> {
  if (!link) throw new Error("There is no link to give.");
  return { ok: true, value: { url: `${env().SITE_URL}${link.path}`, endsAt: link.endsAt } };
}
