namespace ActorTerm.Hocon.Resolving;

/// <summary>What an expression comes to.</summary>
internal sealed partial class Resolver
{
    /// <param name="slot">The slot that <c>+=</c> adds to, and which of its entries the definition is.</param>
    private View? Evaluate(Definition definition, Guard? guard, Slot slot, int index)
    {
        if (definition.Expression is ObjectLiteral o) return new LiteralView(o, guard);   // merged anew in every slot it stands in

        var entered = Enter(definition, guard);
        if (++_chain > _limits.MaxSubstitutionChain)
        {
            var problem = $"expected at most {_limits.MaxSubstitutionChain} substitutions that lead to one another";
            throw new HoconException(definition.Expression.Origin, problem);
        }

        definition.Value = Evaluate(definition.Expression, definition, guard, slot, index);
        definition.IsKnown = true;
        _chain--;
        foreach (var d in entered) d.InProgress = false;
        return definition.Value;
    }

    /// <summary>Hides a definition that refers to others, and those around it. Returns what was not hidden before.</summary>
    private static List<Definition> Enter(Definition definition, Guard? guard)
    {
        var entered = new List<Definition>();
        void Hide(Definition d)
        {
            if (d.InProgress) return;
            d.InProgress = true;
            entered.Add(d);
        }

        if (definition.Expression is Substitution or Concatenation or Append) Hide(definition);
        for (; guard is not null; guard = guard.Outer) Hide(guard.Definition);
        return entered;
    }

    private View? Evaluate(Expression expression, Definition definition, Guard? guard, Slot slot, int index) => expression switch
    {
        Literal literal => ViewOf(literal.Value),
        ObjectLiteral o => new LiteralView(o, guard),
        ArrayLiteral array => ElementsOf(array.Elements, array.Origin, guard),
        Substitution substitution => Find(substitution),
        Concatenation concatenation => Concatenate(concatenation, definition, guard),
        Append append => Appended(
            ValueOf(slot, index),
            ElementsOf([append.Element], append.Origin, new Guard(definition, guard)),
            append.Origin),
        _ => throw new InvalidOperationException($"no such expression: {expression.GetType().Name}"),
    };

    private View ViewOf(HoconValue value) => value switch
    {
        HoconObject o => FieldsOf(o),
        HoconArray array => ElementsOf([.. array.Select(e => new Literal(e))], array.Origin, null),
        _ => new ScalarView((HoconScalar)value),
    };

    /// <summary>The layer of a configuration that was resolved before.</summary>
    private LiteralView FieldsOf(HoconObject o) =>
        new(new ObjectLiteral([.. o.Select(f => new FieldLiteral(f.Key, f.KeyOrigin, new Literal(f.Value), f.Comment))], o.Origin), null);

    private ArrayView ElementsOf(IReadOnlyList<Expression> elements, Origin origin, Guard? guard)
    {
        var slots = new List<Slot>(elements.Count);
        foreach (var element in elements) slots.Add(new Slot { Entries = { new Entry(DefinitionOf(element), null, guard) } });
        return new ArrayView(slots, origin);
    }
}
