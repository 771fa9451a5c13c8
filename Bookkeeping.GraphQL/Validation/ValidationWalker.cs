using Bookkeeping.GraphQL.Language.Syntax;
using Bookkeeping.GraphQL.Types;
using Bookkeeping.GraphQL.Types.Sdl;

namespace Bookkeeping.GraphQL.Validation;

/// <summary>
/// Goes through a document once, keeps track of types, and tells the rules what it meets. Stops when enough errors were found. Recursive in
/// the nesting of the text, which the parser bounds; never in the chain of fragments, which it does not.
/// </summary>
internal sealed class ValidationWalker(ValidationContext context, RuleSet rules)
{
    private DefinitionUses current = null!;

    /// <summary>Walks the whole document.</summary>
    public void Walk()
    {
        foreach (var definition in context.Document.Definitions)
        {
            if (context.IsFull) return;
            foreach (var rule in rules[WalkEvent.EnterDefinition]) rule.EnterDefinition(definition);
            if (definition is OperationDefinitionNode operation) Visit(operation);
            else if (definition is FragmentDefinitionNode fragment) Visit(fragment);
            else VisitTypeSystem(definition);
        }

        foreach (var operation in context.Operations.Take(context.Options.MaxOperations))
        {
            if (context.IsFull) return;
            var concluded = new OperationUses((OperationDefinitionNode)operation.Definition, context.Reach([operation]));
            foreach (var rule in rules[WalkEvent.ConcludeOperation]) rule.ConcludeOperation(concluded);
        }

        if (context.IsFull) return;
        foreach (var rule in rules[WalkEvent.LeaveDocument]) rule.LeaveDocument();
    }

    private void Visit(OperationDefinitionNode operation)
    {
        current = new DefinitionUses(operation);
        context.Operations.Add(current);
        context.ParentType = context.Schema.RootType(operation.Operation);
        foreach (var rule in rules[WalkEvent.EnterOperation]) rule.EnterOperation(operation);
        foreach (var variable in operation.VariableDefinitions) Visit(variable);
        VisitDirectives(operation.Directives, operation.Operation switch
        {
            OperationKind.Query => "QUERY",
            OperationKind.Mutation => "MUTATION",
            _ => "SUBSCRIPTION",
        });
        Visit(operation.SelectionSet);
    }

    private void Visit(VariableDefinitionNode variable)
    {
        foreach (var rule in rules[WalkEvent.EnterVariableDefinition]) rule.EnterVariableDefinition(variable);
        if (variable.DefaultValue is { } value)
            Visit(value, new InputPosition(context.Schema.Resolve(variable.Type) is { IsInput: true } type ? type : null));
        VisitDirectives(variable.Directives, "VARIABLE_DEFINITION");
    }

    private void Visit(FragmentDefinitionNode fragment)
    {
        // A second fragment of a name is walked too, but nothing can reach what it uses.
        var first = context.Fragments[fragment.Name.Value];
        current = first.Definition == fragment ? first : new DefinitionUses(fragment);
        context.ParentType = context.CompositeType(fragment.TypeCondition);
        foreach (var rule in rules[WalkEvent.EnterFragment]) rule.EnterFragment(fragment);
        VisitDirectives(fragment.Directives, "FRAGMENT_DEFINITION");
        Visit(fragment.SelectionSet);
    }

    /// <summary>What a definition that must not be here holds for the rules: its directives.</summary>
    private void VisitTypeSystem(DefinitionNode definition)
    {
        foreach (var place in DirectivePlace.FindAll(definition)) VisitDirectives(place.Directives, place.Location);
    }

    private void Visit(SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            if (context.IsFull) return;
            if (selection is FieldNode field) Visit(field);
            else if (selection is FragmentSpreadNode spread) Visit(spread);
            else Visit((InlineFragmentNode)selection);
        }
    }

    private void Visit(FieldNode field)
    {
        var parent = context.ParentType;
        context.Field = parent is null ? null : context.Schema.FindField(parent, field.Name.Value);
        foreach (var rule in rules[WalkEvent.EnterField]) rule.EnterField(field);
        VisitArguments(field, field.Arguments, context.Field?.Arguments);
        VisitDirectives(field.Directives, "FIELD");
        if (field.SelectionSet is { } selections)
        {
            context.ParentType = context.Field?.Type is { IsComposite: true } type ? type.Named : null;
            Visit(selections);
            context.ParentType = parent;
        }

        foreach (var rule in rules[WalkEvent.LeaveField]) rule.LeaveField(field);
    }

    private void Visit(FragmentSpreadNode spread)
    {
        current.Spreads.Add(spread);
        foreach (var rule in rules[WalkEvent.EnterFragmentSpread]) rule.EnterFragmentSpread(spread);
        VisitDirectives(spread.Directives, "FRAGMENT_SPREAD");
    }

    private void Visit(InlineFragmentNode fragment)
    {
        foreach (var rule in rules[WalkEvent.EnterInlineFragment]) rule.EnterInlineFragment(fragment);
        VisitDirectives(fragment.Directives, "INLINE_FRAGMENT");
        var parent = context.ParentType;
        if (fragment.TypeCondition is { } condition) context.ParentType = context.CompositeType(condition);
        Visit(fragment.SelectionSet);
        context.ParentType = parent;
    }

    private void VisitDirectives(IReadOnlyList<DirectiveNode> directives, string location)
    {
        if (directives.Count == 0) return;
        foreach (var rule in rules[WalkEvent.EnterDirectives]) rule.EnterDirectives(directives);
        foreach (var directive in directives)
        {
            if (context.IsFull) return;
            context.Directive = context.Schema.FindDirective(directive.Name.Value);
            foreach (var rule in rules[WalkEvent.EnterDirective]) rule.EnterDirective(directive, location);
            VisitArguments(directive, directive.Arguments, context.Directive?.Arguments);
        }

        context.Directive = null;
    }

    private void VisitArguments(SyntaxNode owner, IReadOnlyList<ArgumentNode> arguments, MemberList<InputValue>? declared)
    {
        foreach (var rule in rules[WalkEvent.EnterArguments]) rule.EnterArguments(owner, arguments, declared);
        foreach (var argument in arguments)
        {
            InputValue? declaration = null;
            declared?.TryGet(argument.Name.Value, out declaration);
            Visit(argument.Value, InputPosition.Of(declaration));
        }
    }

    private void Visit(ValueNode value, InputPosition position)
    {
        if (context.IsFull) return;
        context.Input = position;
        foreach (var rule in rules[WalkEvent.EnterValue]) rule.EnterValue(value);
        if (value is VariableNode variable) current.Add(variable, position);
        else if (value is ListValueNode list) VisitItems(list, position.Item());
        else if (value is ObjectValueNode given) VisitFields(given, position.InputObject);
    }

    private void VisitItems(ListValueNode list, InputPosition position)
    {
        foreach (var item in list.Items) Visit(item, position);
    }

    private void VisitFields(ObjectValueNode given, InputObjectType? type)
    {
        foreach (var rule in rules[WalkEvent.EnterObjectValue]) rule.EnterObjectValue(given);
        foreach (var field in given.Fields)
        {
            InputValue? declaration = null;
            type?.Fields.TryGet(field.Name.Value, out declaration);
            Visit(field.Value, InputPosition.Of(declaration, type));
        }
    }
}
