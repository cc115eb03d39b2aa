import type { Answer } from "#newsroom/kernel/answer";
import type { FocalPoint, PictureWords } from "#newsroom/media/schema";

export interface PictureActions {
  describePicture(input: {
    pictureId: string;
    version: number;
    changes: Partial<PictureWords> & { focalPoint?: FocalPoint | null };
  }): Promise<Answer<{ version: number }>>;
  removePicture(input: { pictureId: string; version: number }): Promise<Answer<{ version: number }>>;
  restorePicture(input: { pictureId: string }): Promise<Answer<{ version: number }>>;
}
