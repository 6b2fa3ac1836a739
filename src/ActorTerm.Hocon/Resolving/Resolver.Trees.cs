namespace ActorTerm.Hocon.Resolving;

/// <summary>From views to the finished tree. Each view becomes a tree once, however many substitutions lead to it.</summary>
internal sealed partial class Resolver
{
    /// <returns>Null when the slot has no value.</returns>
    private HoconValue? TreeOf(Slot slot, Origin origin, int depth)
    {
        var entries = slot.Entries.Count;
        while (ValueOf(slot, entries) is { } view)
        {
            if (!view.InTheMaking) return TreeOf(view, origin, depth);

            entries = TopEntry(slot, entries);
            var culprit = ExpressionOf(slot.Entries[entries]);
            if (culprit is not Substitution { IsOptional: true })
                throw new HoconException(culprit.Origin, "expected a value that does not contain itself");
        }

        return null;
    }

    private HoconValue TreeOf(View view, Origin origin, int depth)
    {
        _budget.Spend(view.Tree?.Size ?? 1, origin);
        if (depth + (view.Tree?.Height ?? 1) > _limits.MaxNesting + 2)   // the root and the innermost scalars are two levels more
        {
            var problem = $"expected at most {_limits.MaxNesting} objects and lists within one another once substitutions have values";
            throw new HoconException(origin, problem);
        }

        if (view.Tree is not null) return view.Tree;

        view.InTheMaking = true;
        view.Tree = view is ArrayView array ? TreeOf(array, depth) : TreeOf((ObjectView)view, depth);
        view.InTheMaking = false;
        return view.Tree;
    }

    private HoconArray TreeOf(ArrayView view, int depth) =>
        new(view.Elements.Select(e => TreeOf(e, view.Origin, depth + 1)).OfType<HoconValue>(), view.Origin);

    private HoconObject TreeOf(ObjectView view, int depth)
    {
        var fields = new List<HoconField>(view.Slots.Count);
        foreach (var (key, slot) in view.Slots)
        {
            var keyOrigin = slot.KeyOrigin ?? view.Origin;
            if (TreeOf(slot, keyOrigin, depth + 1) is { } value) fields.Add(new HoconField(key, value, keyOrigin, slot.Comment));
        }

        return new HoconObject(fields, view.Origin);
    }

    private int TopEntry(Slot slot, int entries)
    {
        var top = VisibleOf(slot, entries) - 1;
        while (EntryValue(slot, top) is null) top--;
        return top;
    }

    private Expression ExpressionOf(Entry entry)
    {
        while (entry.Elsewhere is { } slot) entry = slot.Entries[TopEntry(slot, slot.Entries.Count)];
        return entry.Definition!.Expression;
    }
}
