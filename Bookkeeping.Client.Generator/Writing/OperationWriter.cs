using Bookkeeping.Client.Generator.Shapes;
using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;

namespace Bookkeeping.Client.Generator.Writing;

/// <summary>An operation, ready to be written.</summary>
/// <param name="Syntax">As the document has it.</param>
/// <param name="Text">As it is sent, with its fragments.</param>
/// <param name="Hash">The hash of that.</param>
/// <param name="Variables">Its variables.</param>
/// <param name="Result">The record of its answer.</param>
/// <param name="ReadTypes">The object types that it reads.</param>
internal sealed record OperationCode(
    OperationDefinitionNode Syntax, string Text, string Hash, IReadOnlyList<InputProperty> Variables, Shape Result, IReadOnlyList<string> ReadTypes)
{
    /// <summary>Its name as a C# name.</summary>
    public string Name { get; } = Names.Pascal(Syntax.Name!.Value);

    /// <summary>The name of its class.</summary>
    public string Class => Name + Syntax.Operation;
}

/// <summary>Writes an operation: its interface, its class and its variables.</summary>
/// <param name="code">Takes the text.</param>
/// <param name="types">Knows the C# types.</param>
/// <param name="access"><c>public</c> or <c>internal</c>.</param>
internal sealed class OperationWriter(CodeWriter code, CSharpTypes types, string access)
{
    /// <summary>Writes an operation.</summary>
    public void Write(OperationCode operation)
    {
        Interface(operation);
        Class(operation);
        if (operation.Variables.Count > 0) new InputWriter(code, types, access).WriteVariables(VariablesOf(operation), operation.Name, operation.Variables);
    }

    private static string VariablesOf(OperationCode operation) => operation.Name + "Variables";

    private static IEnumerable<(string Result, string Method, string What)> Methods(OperationCode operation)
    {
        var result = $"IOperationResult<{operation.Result.Name}>";
        return operation.Syntax.Operation switch
        {
            OperationKind.Query =>
            [
                ($"Task<{result}>", "ExecuteAsync", "Sends the query."),
                ($"IAsyncEnumerable<{result}>", "Watch", "Sends the query, and again whenever something that it reads changes; equal answers are not repeated."),
            ],
            OperationKind.Mutation => [($"Task<{result}>", "ExecuteAsync", "Sends the mutation.")],
            _ =>
            [
                ($"IAsyncEnumerable<{result}>", "SubscribeAsync", ResumePoint(operation) is null
                    ? "Follows the subscription over one connection; when that is lost, so may be events, and the stream ends with a ConnectionLostException."
                    : "Follows the subscription; when a connection is lost it goes on behind the last event, so that none is missed and none comes twice."),
            ],
        };
    }

    private void Interface(OperationCode operation)
    {
        code.Line();
        code.Summary(operation.Syntax.Description?.Value ?? $"The {operation.Syntax.Operation.ToString().ToLowerInvariant()} {operation.Name}.");
        code.Open($"{access} partial interface I{operation.Class}");
        foreach (var (result, method, what) in Methods(operation))
        {
            code.Summary(what);
            foreach (var variable in Ordered(operation)) code.Element("param name=\"" + Names.Camel(variable.Property).TrimStart('@') + "\"", variable.Description ?? $"The variable ${variable.Name}{(variable.IsRequired ? "" : "; null: not sent")}.");
            code.Element("param name=\"cancel\"", method == "ExecuteAsync" ? "Ends the wait." : "Ends the stream.");
            code.Line($"{result} {method}({Parameters(operation, withDefaults: true)});");
            code.Line();
            if (operation.Variables.Count == 0) continue;
            code.Summary(what);
            code.Element("param name=\"variables\"", "The variables, where null and nothing differ.");
            code.Element("param name=\"cancel\"", method == "ExecuteAsync" ? "Ends the wait." : "Ends the stream.");
            code.Line($"{result} {method}({VariablesOf(operation)} variables, CancellationToken cancel = default);");
            code.Line();
        }

        code.Close();
    }

    private void Class(OperationCode operation)
    {
        code.Line();
        code.Line($"/// <inheritdoc cref=\"I{operation.Class}\"/>");
        code.Open($"{access} sealed partial class {operation.Class}(GraphQLClient client) : I{operation.Class}");
        Statics(operation);
        foreach (var (result, method, _) in Methods(operation))
        {
            var arguments = method switch
            {
                "Watch" => $", Types, {operation.Result.Name}.Read, cancel",
                "SubscribeAsync" => $", {operation.Result.Name}.Read, {ResumePoint(operation) ?? "null"}, cancel",
                _ => $", {operation.Result.Name}.Read, cancel",
            };
            var call = method == "Watch" ? "WatchAsync" : method;
            code.Line("/// <inheritdoc/>");
            if (operation.Variables.Count == 0)
            {
                code.Line($"public {result} {method}(CancellationToken cancel = default) => client.{call}(Document, NoVariables.Instance{arguments});");
                code.Line();
                continue;
            }

            code.Line($"public {result} {method}({Parameters(operation, withDefaults: true)}) =>");
            code.Line($"    {method}(Variables({string.Join(", ", Ordered(operation).Select(variable => Names.Camel(variable.Property)))}), cancel);");
            code.Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public {result} {method}({VariablesOf(operation)} variables, CancellationToken cancel = default) =>");
            code.Line($"    client.{call}(Document, variables{arguments});");
            code.Line();
        }

        if (operation.Variables.Count > 0) VariablesMethod(operation);
        code.Close();
    }

    private void Statics(OperationCode operation)
    {
        if (operation.Syntax.Operation == OperationKind.Query)
        {
            code.Line($"private static readonly HashSet<string> Types = [{string.Join(", ", operation.ReadTypes.Select(CodeWriter.Literal))}];");
            code.Line();
        }

        var quotes = Quotes(operation.Text);
        code.Summary("The operation as it is sent.");
        code.Line("public static OperationDocument Document { get; } = new(");
        code.Line($"    OperationKind.{operation.Syntax.Operation},");
        code.Line($"    {CodeWriter.Literal(operation.Syntax.Name!.Value)},");
        code.Line("    " + quotes);
        foreach (var line in operation.Text.Split('\n')) code.Line(line.Length == 0 ? "" : "    " + line);
        code.Line($"    {quotes},");
        code.Line($"    \"{operation.Hash}\");");
        code.Line();
    }

    private void VariablesMethod(OperationCode operation)
    {
        var required = operation.Variables.Where(variable => variable.IsRequired).ToList();
        var optional = operation.Variables.Where(variable => !variable.IsRequired).ToList();
        code.Open($"private static {VariablesOf(operation)} Variables({Parameters(operation, withDefaults: false)})");
        var given = string.Join(", ", required.Select(variable => $"{variable.Property} = {Names.Camel(variable.Property)}"));
        code.Line($"var variables = new {VariablesOf(operation)}{(given.Length == 0 ? "()" : $" {{ {given} }}")};");
        foreach (var variable in optional)
            code.Line($"if ({Names.Camel(variable.Property)} is {{ }} given{variable.Property}) variables = variables with {{ {variable.Property} = given{variable.Property} }};");
        code.Line("return variables;");
        code.Close();
    }

    private string Parameters(OperationCode operation, bool withDefaults)
    {
        var parameters = Ordered(operation).Select(variable => variable.IsRequired
            ? $"{types.Of(variable.Type, null, !variable.Type.IsNonNull)} {Names.Camel(variable.Property)}"
            : $"{types.Of(variable.Type, null, true)} {Names.Camel(variable.Property)}{(withDefaults ? " = null" : "")}");
        return string.Join(", ", withDefaults ? parameters.Append("CancellationToken cancel = default") : parameters);
    }

    private static IEnumerable<InputProperty> Ordered(OperationCode operation) => operation.Variables.OrderBy(variable => !variable.IsRequired);

    /// <summary>How a subscription goes on: its field takes an argument <c>after</c> from a variable, and its events have a field <c>cursor</c>.</summary>
    private static string? ResumePoint(OperationCode operation)
    {
        if (operation.Result.Fields is not [{ Shape: { IsHierarchy: false } events } field]) return null;
        var node = operation.Syntax.SelectionSet.Selections.OfType<FieldNode>().FirstOrDefault(node => node.ResponseName == field.ResponseName);
        if (node?.Arguments.FirstOrDefault(argument => argument.Name.Value == "after")?.Value is not VariableNode variable) return null;
        if (events.Fields.FirstOrDefault(inner => inner.Field.Name == "cursor" && inner.Field.Type.Named.Name is "String" or "ID") is not { } cursor || field.Field.Type.Nullable is ListType) return null;
        return $"new ResumePoint<{operation.Result.Name}>({CodeWriter.Literal(variable.Name.Value)}, static data => data.{field.Property}{(field.IsNullable ? "?" : "")}.{cursor.Property})";
    }

    private static string Quotes(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var letter in text)
        {
            run = letter == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('"', Math.Max(3, longest + 1));
    }
}
