-- Of a plan that failed and of what readers do not have, people are told where they are told of everything else.
ALTER TYPE "NotificationKind" ADD VALUE 'trouble';
