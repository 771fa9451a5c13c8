using System.Linq.Expressions;
using Bookkeeping.GraphQL.Data.Model;
using Bookkeeping.GraphQL.Data.Queries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Bookkeeping.GraphQL.Data.Statements;

/// <summary>The values of one field's statements, each in a slot: what remains of their expressions is the same for all values.</summary>
/// <remarks>Equal expressions have equal slots in the same order, so that the values of one request fit the statements made for another.</remarks>
internal sealed class Slots
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 64).Select(Id)];

    private readonly List<Slot> slots = [];
    private List<(DerivedMember Member, LambdaExpression Definition)>? derived;

    /// <summary>Whether every value found its slot. Otherwise the expressions hold values themselves, and only EF Core knows how to run them.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The derived members that values were computed for, in the order of their slots.</summary>
    public int DerivedCount => derived?.Count ?? 0;

    /// <summary>The value of a slot, by its place.</summary>
    public object? this[int place] => slots[place].Value;

    /// <summary>The number of slots.</summary>
    public int Count => slots.Count;

    /// <summary>Puts a value into a slot.</summary>
    /// <param name="name">What its parameter is called, if nothing else in the statement is.</param>
    /// <param name="type">Its type.</param>
    /// <param name="value">The value.</param>
    /// <param name="isOneParameter">Whether a list reaches the database as one parameter.</param>
    /// <returns>The slot in an expression.</returns>
    public QueryParameterExpression Add(string name, Type type, object? value, bool isOneParameter = false)
    {
        var place = slots.Count;
        slots.Add(new Slot(name, value));
        var id = place < Ids.Length ? Ids[place] : Id(place);
        return isOneParameter ? new QueryParameterExpression(id, type, ParameterTranslationMode.Parameter) : new QueryParameterExpression(id, type);
    }

    /// <summary>The value of a page's or list's size.</summary>
    public QueryParameterExpression Add<T>(T value) => Add(Parameters.Name, typeof(T), value);

    /// <summary>A list that reaches the database as one parameter.</summary>
    public QueryParameterExpression AddList<T>(List<T> values) => Add(Parameters.Name, typeof(List<T>), values, isOneParameter: true);

    /// <summary>The expression with its values in slots.</summary>
    public Expression Lift(Expression expression) => new ValueLifter(this).Visit(expression);

    /// <inheritdoc cref="Lift(Expression)"/>
    public Expression? LiftOptional(Expression? expression) => expression is null ? null : Lift(expression);

    /// <summary>What a member is derived from at the present, its values in slots; the same each time.</summary>
    public LambdaExpression Define(DerivedMember member, DateTimeOffset now)
    {
        foreach (var known in derived ??= [])
            if (known.Member == member) return known.Definition;
        var count = slots.Count;
        var definition = (LambdaExpression)Lift(member.DefinitionAt(now));
        if (slots.Count > count) derived.Add((member, definition));
        return definition;
    }

    /// <summary>The derived members defined since there were only some.</summary>
    public IEnumerable<DerivedMember> DerivedSince(int count) => (derived ?? []).Skip(count).Select(d => d.Member);

    /// <summary>Says that a value could not be told from the expression around it.</summary>
    public void GiveUp() => IsComplete = false;

    /// <summary>What a slot's parameter would like to be called.</summary>
    public string NameOf(int place) => slots[place].Name;

    /// <summary>The place of a slot in an expression.</summary>
    public static int PlaceOf(QueryParameterExpression slot) => int.Parse(slot.Name.AsSpan(1), provider: null);

    private static string Id(int place) => "#" + place;

    private readonly record struct Slot(string Name, object? Value);
}
