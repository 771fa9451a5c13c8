using Xunit.Sdk;

namespace Bookkeeping.Tests.Kit;

/// <summary>A test that runs once on each database. The method's first parameter is the <see cref="Api.Storage.DatabaseKind"/>; rows of
/// <c>[InlineData]</c> and the like follow it. A database that is not there shows as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Bookkeeping.Tests.Kit.OnBothDatabasesDiscoverer", "Bookkeeping.Tests")]
public sealed class OnBothDatabasesAttribute : FactAttribute;
