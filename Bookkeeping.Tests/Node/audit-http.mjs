// Runs the audits of GraphQL over HTTP against the server at the address given and prints their outcomes as JSON.
import { serverAudits } from 'graphql-http';

const outcomes = [];
for (const audit of serverAudits({ url: process.argv[2], fetchFn: fetch })) {
  const { id, name, status, reason } = await audit.fn();
  outcomes.push({ id, name, status, reason: reason ?? null });
}
console.log(JSON.stringify(outcomes));
