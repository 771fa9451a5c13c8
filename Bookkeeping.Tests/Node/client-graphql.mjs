// Builds a client's schema from the introspection of the server at the address given; prints its errors and its sorted SDL as JSON.
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';

const url = process.argv[2];
const answer = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query: getIntrospectionQuery({
      descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true,
    }),
  }),
}).then((response) => response.json());
if (answer.errors) throw new Error(JSON.stringify(answer.errors));

const introspected = buildClientSchema(answer.data);
const downloaded = buildSchema(await fetch(`${url}/schema.graphql`).then((response) => response.text()));
console.log(JSON.stringify({
  errors: [...validateSchema(introspected), ...validateSchema(downloaded)].map((error) => error.message),
  introspected: printSchema(lexicographicSortSchema(introspected)),
  downloaded: printSchema(lexicographicSortSchema(downloaded)),
}));
