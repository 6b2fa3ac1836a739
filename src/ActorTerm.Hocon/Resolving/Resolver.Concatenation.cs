namespace ActorTerm.Hocon.Resolving;

/// <summary>Values side by side, once their substitutions have values: one string, one list or one object.</summary>
internal sealed partial class Resolver
{
    private readonly record struct Part(View View, bool IsSpace, Origin Origin);

    private View? Concatenate(Concatenation concatenation, Definition definition, Guard? guard)
    {
        var parts = new List<Part>();
        foreach (var expression in concatenation.Parts)
        {
            var view = expression switch
            {
                Space space => new ScalarView(new HoconString(space.Text, space.Origin)),
                ArrayLiteral array => ElementsOf(array.Elements, array.Origin, new Guard(definition, guard)),
                ObjectLiteral o => new LiteralView(o, guard),
                Literal literal => ViewOf(literal.Value),
                _ => Find((Substitution)expression),
            };
            if (view is not null) parts.Add(new Part(view, expression is Space, expression.Origin));
        }

        return parts.Count == 0 ? null : Joined(parts, concatenation.Origin);
    }

    private View Joined(List<Part> parts, Origin origin)
    {
        var values = parts.Where(p => !p.IsSpace).ToList();
        if (values.Any(v => v.View.Shape == ValueShape.List)) values = [.. values.Select(v => v with { View = AsList(v.View) })];
        foreach (var value in values) Joining.Check(values[0].View.Shape, value.View.Shape, value.Origin);

        return values.FirstOrDefault().View?.Shape switch
        {
            ValueShape.Object => MergedObject([.. values.Select(v => v.View)]),
            ValueShape.List => JoinedLists([.. values.Select(v => (ArrayView)v.View)], origin),
            _ => JoinedText(parts, origin),
        };
    }

    private ScalarView JoinedText(List<Part> parts, Origin origin)
    {
        var text = string.Concat(parts.Select(p => ((ScalarView)p.View).Value.Text));
        _budget.Spend(text.Length, origin);
        return new ScalarView(new HoconString(text, origin));
    }

    private ArrayView JoinedLists(IReadOnlyList<ArrayView> lists, Origin origin)
    {
        var elements = lists.SelectMany(l => l.Elements).ToList();
        _budget.Spend(elements.Count, origin);
        return new ArrayView(elements, origin);
    }

    private ArrayView Appended(View? before, ArrayView element, Origin origin)
    {
        if (before is null) return element;

        var list = AsList(before);
        if (list is not ArrayView) throw new HoconException(origin, "expected a list before '+='");
        return JoinedLists([(ArrayView)list, element], origin);
    }

    /// <summary>An object with numeric keys becomes a list; anything else stays what it is.</summary>
    private View AsList(View view)
    {
        if (view.Shape != ValueShape.Object) return view;

        var merged = MergedObject([view]);
        return NumericKeys.ListOf(merged.Slots.Select(s => (s.Key, s.Value))) is { } slots ? new ArrayView(slots, merged.Origin) : view;
    }
}
