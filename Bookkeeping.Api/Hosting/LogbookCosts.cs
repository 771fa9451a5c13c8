using Bookkeeping.GraphQL.Execution.Cost;

namespace Bookkeeping.Api.Hosting;

/// <summary>How much one request to the logbook may cost, unless the configuration says otherwise (<c>GraphQL:Cost</c>).</summary>
/// <remarks>
/// What must pass is the largest page of each list with its relations. A page of 1,000 runs with what the Runs page shows:
/// <code>
/// objects:  1 query + 1 connection + 1 page info
///           + 1,000 x (1 run + 1 fill + 1 period + 1 environment + 15 x (1 share + 1 detector) + 3 tags + 2 reasons)   =  39,003
///           + 4 connections: 500 run types, 500 periods, 100 detectors, 1,000 tags; 20 magnet levels, 50 reasons       =   2,174
/// fields:   10 runs + 2 x 50 for a filter and an order given by variables + 10 for the count + 2
///           + 1,000 x (10 fill + 10 period + 10 environment + 10 detectors + 15 x 10 detector + 10 tags + 10 reasons)  = 210,122
///           + 9 x 10 for the choices, 46 for their nodes and two filters                                               =     136
/// </code>
/// A page of 1,000 fills with up to 50 runs each has 53,003 objects, a thread of 500 entries with up to 100 runs, environments, fills and files each 55,005. Pages inside
/// pages multiply: 1,000 runs with the first 60 log entries of each do not pass, nor do 60 aliases of a page of 1,000, nor runs of fills of runs.
/// </remarks>
internal static class LogbookCosts
{
    /// <summary>The limits.</summary>
    public static CostOptions Limits { get; } = new() { MaxFieldCost = 250_000, MaxTypeCost = 60_000 };
}
