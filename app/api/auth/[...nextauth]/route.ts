import { answerAuth } from "../../../_request/auth.ts";

export const GET = answerAuth;
export const POST = answerAuth;
