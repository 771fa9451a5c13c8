using Bookkeeping.Client.Generator.Configuration;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>An operation of the client.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Class">Its class.</param>
internal sealed record ClientOperation(string Name, string Class);

/// <summary>Writes the client: one property for each operation, and its registration in services.</summary>
internal static class FacadeWriter
{
    /// <summary>Writes the client of some operations.</summary>
    public static string Write(ClientConfiguration configuration, IReadOnlyList<ClientOperation> operations)
    {
        var code = CodeWriter.File(configuration.Namespace);
        var (name, access) = (configuration.Name, configuration.Access);
        code.Line();
        code.Summary("The operations of this project's documents.");
        code.Open($"{access} partial interface I{name}");
        foreach (var operation in operations)
        {
            code.Line($"/// <inheritdoc cref=\"I{operation.Class}\"/>");
            code.Line($"I{operation.Class} {operation.Name} {{ get; }}");
            code.Line();
        }

        code.Close();
        code.Line();
        code.Line($"/// <inheritdoc cref=\"I{name}\"/>");
        code.Line("/// <param name=\"client\">Runs the operations.</param>");
        code.Open($"{access} sealed partial class {name}(GraphQLClient client) : I{name}");
        code.Summary("The client's name, and that of its HttpClient at the factory.");
        code.Line($"public const string ClientName = {CodeWriter.Literal(name)};");
        code.Line();
        code.Summary("All operations as they are sent, for a server that stores them beforehand.");
        code.Line($"public static IReadOnlyList<OperationDocument> Documents {{ get; }} = [{string.Join(", ", operations.Select(operation => operation.Class + ".Document"))}];");
        foreach (var operation in operations)
        {
            code.Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public I{operation.Class} {operation.Name} {{ get; }} = new {operation.Class}(client);");
        }

        code.Close();
        if (configuration.DependencyInjection) Registration(code, configuration, operations);
        return code.ToString();
    }

    private static void Registration(CodeWriter code, ClientConfiguration configuration, IReadOnlyList<ClientOperation> operations)
    {
        var name = configuration.Name;
        code.Line();
        code.Summary("Registers the client in services.");
        code.Open($"{configuration.Access} static class {name}Registration");
        code.Summary($"Adds the client (I{name}) and each of its operations; say where the server is with ConfigureHttpClient.");
        code.Open($"public static global::Bookkeeping.Client.Registration.ClientBuilder Add{name}(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services)");
        code.Line($"var builder = new global::Bookkeeping.Client.Registration.ClientBuilder(services, {name}.ClientName, RequestStrategy.{(configuration.ByHash ? "PersistedOperation" : "Default")});");
        code.Line($"builder.AddClient<I{name}>(client => new {name}(client));");
        foreach (var operation in operations) code.Line($"builder.AddOperation<I{name}, I{operation.Class}>(client => client.{operation.Name});");
        code.Line("return builder;");
        code.Close();
        code.Close();
    }
}
