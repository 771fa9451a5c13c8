// Asks the server at the address given through Apollo Client: variables, pages that its cache joins, and errors; prints what came back as JSON.
import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client/core';
import { relayStylePagination } from '@apollo/client/utilities';

const cache = new InMemoryCache({ typePolicies: { Query: { fields: { runs: relayStylePagination(['where', 'order']) } } } });
const client = new ApolloClient({ link: new HttpLink({ uri: process.argv[2], fetch }), cache });

const one = await client.query({
  query: gql`query Run($runNumber: Int!) { run(runNumber: $runNumber) { id runNumber quality fill { fillNumber } } }`,
  variables: { runNumber: Number(process.argv[3]) },
});

const runs = gql`
  query Runs($first: Int!, $after: String) {
    runs(first: $first, after: $after, order: { runNumber: ASC }) {
      totalCount
      edges { cursor node { id runNumber } }
      pageInfo { hasNextPage endCursor }
    }
  }`;
const pages = [];
let after = null;
do {
  const page = await client.query({ query: runs, variables: { first: 25, after }, fetchPolicy: 'network-only' });
  pages.push(page.data.runs.edges.length - pages.reduce((sum, count) => sum + count, 0));
  after = page.data.runs.pageInfo.hasNextPage ? page.data.runs.pageInfo.endCursor : null;
} while (after && pages.length < 100);
const data = client.readQuery({ query: runs, variables: { first: 25 } });

const failure = async (query, errorPolicy) => {
  const outcome = await client.query({ query, errorPolicy, fetchPolicy: 'no-cache' }).catch((error) => ({ error }));
  return {
    isGraphQL: CombinedGraphQLErrors.is(outcome.error),
    codes: outcome.error?.errors?.map((error) => error.extensions?.code ?? null) ?? [],
    data: outcome.data ?? null,
  };
};

console.log(JSON.stringify({
  run: one.data.run,
  cachedAs: cache.identify(one.data.run),
  totalCount: data.runs.totalCount,
  pages,
  runNumbers: data.runs.edges.map((edge) => edge.node.runNumber),
  invalid: await failure(gql`{ run(runNumber: 1) { noSuchField } }`, 'none'),
  partial: await failure(gql`{ fill(fillNumber: 8178) { fillNumber } runs(first: -1) { totalCount } }`, 'all'),
}));
