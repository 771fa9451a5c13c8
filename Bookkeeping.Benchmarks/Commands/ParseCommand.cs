using System.Diagnostics;
using Bookkeeping.Api.Hosting;
using Bookkeeping.GraphQL.Language;
using Bookkeeping.GraphQL.Validation;

namespace Bookkeeping.Benchmarks.Commands;

/// <summary><c>parse</c>: parsing and validating a query of 2 kB against the logbook's schema.</summary>
internal static class ParseCommand
{
    private const int Repeats = 20_000;
    private const int Rounds = 100;

    private const string Fields =
        "runNumber startTime endedAt timeO2Start timeO2End timeTrgStart timeTrgEnd definition quality trigger detectorCount flpCount epnCount dcsEnabled epnEnabled lhcBeamMode pdpBeamType epnTopology";

    /// <summary>Measures and prints the fastest of many short rounds: whoever else works on the machine can only make one slower.</summary>
    public static void Run()
    {
        var schema = BookkeepingSchema.Describe();
        var query = Query();
        var parse = Measure(() => Parser.Parse(query));
        var both = Measure(() => DocumentValidator.Validate(schema, Parser.Parse(query)));
        Console.WriteLine($"query: {query.Length} characters");
        Console.WriteLine($"parse: {parse.Microseconds:0.0} µs, {parse.Allocated / 1000:0.0} kB");
        Console.WriteLine($"parse and validate: {both.Microseconds:0.0} µs, {both.Allocated / 1000:0.0} kB");
    }

    private static string Query()
    {
        var parts = Enumerable.Range(0, 5).Select(i =>
            $"part{i}: runs(first: {i + 1}, where: {{ quality: {{ eq: GOOD }}, runNumber: {{ gte: {i} }} }}, order: [{{ runNumber: DESC }}]) {{ totalCount nodes {{ {Fields} fill {{ fillNumber beamType }} tags {{ text }} }} }}");
        return $"query Benchmark {{ {string.Join(' ', parts)} }}";
    }

    private static (double Microseconds, double Allocated) Measure(Action action)
    {
        var times = new List<double>();
        for (var i = 0; i < Repeats / 10; i++) action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Repeats / Rounds; i++) action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds / (Repeats / Rounds));
        }

        return (times.Min(), (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Repeats);
    }
}
