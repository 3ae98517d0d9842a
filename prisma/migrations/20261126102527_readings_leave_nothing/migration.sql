-- What people wrote leaves no readings behind: they are kept in memory alone (docs/decisions/0011).
DROP TABLE "AnnotatedText";
