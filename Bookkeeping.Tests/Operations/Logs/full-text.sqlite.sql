SELECT COUNT(*) FROM "log_entries" AS "l" WHERE "l"."number" IN ( SELECT "w"."rowid" FROM log_entry_words('"' || replace(@content, '"', '""') || '"') AS "w" )

SELECT "l"."number" AS "Number", "l"."title" AS "Title" FROM "log_entries" AS "l" WHERE "l"."number" IN ( SELECT "w"."rowid" FROM log_entry_words('"' || replace(@content, '"', '""') || '"') AS "w" ) ORDER BY "l"."number" DESC LIMIT @Value
