using System.ComponentModel;
using Bookkeeping.Api.Storage;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Bookkeeping.Tests.Kit;

/// <summary>Makes one test case for each database and row of data.</summary>
public sealed class OnBothDatabasesDiscoverer(IMessageSink diagnosticMessageSink) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        from kind in Enum.GetValues<DatabaseKind>()
        from row in Rows(testMethod)
        select new DatabaseTestCase(
            diagnosticMessageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod,
            [kind, .. row]);

    private IEnumerable<object[]> Rows(ITestMethod testMethod)
    {
        var attributes = testMethod.Method.GetCustomAttributes(typeof(DataAttribute)).ToList();
        return attributes.Count == 0 ? [[]] : attributes.SelectMany(attribute => Rows(testMethod, attribute));
    }

    private IEnumerable<object[]> Rows(ITestMethod testMethod, IAttributeInfo attribute)
    {
        var discovererAttribute = attribute.GetCustomAttributes(typeof(DataDiscovererAttribute)).First();
        var discoverer = ExtensibilityPointFactory.GetDataDiscoverer(diagnosticMessageSink, discovererAttribute);
        return discoverer.GetData(attribute, testMethod.Method);
    }
}

/// <summary>A test on one database.</summary>
public sealed class DatabaseTestCase : XunitTestCase
{
    [Obsolete("Called by the deserializer; use the other constructor.")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public DatabaseTestCase()
    {
    }

    public DatabaseTestCase(
        IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, object[] arguments)
        : base(diagnosticMessageSink, display, options, method, arguments)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? Missing((DatabaseKind)TestMethodArguments[0])!;

    private static string? Missing(DatabaseKind kind) =>
        kind == DatabaseKind.PostgreSql && !Requirements.All ? PostgresPrograms.MissingReason : null;
}
