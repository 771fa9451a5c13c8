SELECT r.run_number AS "RunNumber", r.fill_number AS "FillNumber" FROM runs AS r WHERE r.run_number = ANY (@Value)
