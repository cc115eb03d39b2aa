"use server";
import * as commands from "#newsroom/fronts/commands";
import { storiesForFront as storiesForFrontQuery } from "#newsroom/fronts/queries";
import type { FrontActions } from "../../../../components/desk/front/front-actions.ts";
import { act } from "../../../_request/act.ts";

export const arrangeFront: FrontActions["arrangeFront"] = async (input) => act(commands.arrangeFront, input);

export const storiesForFront: FrontActions["storiesForFront"] = async (typed) =>
  act((actor, words) => storiesForFrontQuery(actor, String(words)), typed);
