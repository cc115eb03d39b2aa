import type { Answer } from "#newsroom/kernel/answer";

interface Facts {
  name: string;
  bio: string;
  staffId: string | null;
}

export interface ProfileActions {
  createProfile(input: Facts & { id: string }): Promise<Answer<unknown>>;
  changeProfile(input: {
    profileId: string;
    version: number;
    changes: Facts & { slug?: string };
  }): Promise<Answer<unknown>>;
  removeProfile(input: { profileId: string; version: number }): Promise<Answer<unknown>>;
}
