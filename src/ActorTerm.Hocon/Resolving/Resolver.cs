namespace ActorTerm.Hocon.Resolving;

/// <summary>
/// Finds the values of substitutions. Lookups are lazy and look at the whole configuration; a definition that is being evaluated, and
/// all that overrides it, is invisible to the lookups it causes, so self-references look back. HOCON.md, section "Substitutions".
/// </summary>
internal sealed partial class Resolver
{
    private readonly Func<string, string?>? _environment;
    private readonly Dictionary<Expression, Definition> _definitions = new(ReferenceEqualityComparer.Instance);
    private readonly ExpansionBudget _budget;
    private readonly HoconLimits _limits;
    private readonly Slot _root = new();
    private int _chain;

    /// <summary>How often something was invisible so far. What was found meanwhile may be found differently later.</summary>
    private long _hidden;

    private Resolver(IEnumerable<Expression> layers, Func<string, string?>? environment, HoconLimits limits)
    {
        _environment = environment;
        _limits = limits;
        _budget = new ExpansionBudget(limits.MaxExpansion);
        foreach (var layer in layers) _root.Entries.Add(new Entry(DefinitionOf(layer), null, null));
    }

    /// <param name="layers">The objects to merge, lowest first.</param>
    public static HoconObject Resolve(IReadOnlyList<Expression> layers, Func<string, string?>? environment, HoconLimits limits)
    {
        var resolver = new Resolver(layers, environment, limits);
        return (HoconObject)resolver.TreeOf(resolver._root, layers[^1].Origin, 0)!;
    }

    private Definition DefinitionOf(Expression expression)
    {
        if (!_definitions.TryGetValue(expression, out var definition))
            _definitions.Add(expression, definition = new Definition(expression));
        return definition;
    }

    /// <summary>The value of a slot, or of its lowest entries only; null when there is none.</summary>
    private View? ValueOf(Slot slot, int entries)
    {
        var visible = VisibleOf(slot, entries);
        if (visible == slot.Entries.Count && slot.IsKnown) return slot.Value;

        var hiddenBefore = _hidden;
        var value = Merged(slot, visible);
        if (visible == slot.Entries.Count && hiddenBefore == _hidden) (slot.Value, slot.IsKnown) = (value, true);
        return value;
    }

    private View? ValueOf(Slot slot) => ValueOf(slot, slot.Entries.Count);

    private int VisibleOf(Slot slot, int entries)
    {
        for (var i = 0; i < entries; i++)
        {
            if (slot.Entries[i].Definition is not { InProgress: true }) continue;
            _hidden++;
            return i;
        }

        return entries;
    }

    private View? Merged(Slot slot, int visible)
    {
        var layers = new List<View>();
        for (var i = visible - 1; i >= 0; i--)
        {
            var value = EntryValue(slot, i);
            if (value is null) continue;
            if (value.Shape == ValueShape.Object) layers.Add(value);
            else if (layers.Count == 0) return value;
            else break;
        }

        layers.Reverse();
        return layers.Count == 0 ? null : MergedObject(layers);
    }

    private View? EntryValue(Slot slot, int index)
    {
        var entry = slot.Entries[index];
        if (entry.Elsewhere is not null) return ValueOf(entry.Elsewhere);

        var definition = entry.Definition!;
        if (definition.Expression is Append) EvaluateAppendsBelow(slot, index);
        return definition.IsKnown ? definition.Value : Evaluate(definition, entry.Guard, slot, index);
    }

    /// <summary>A long run of += is evaluated from its lowest, so that it costs no stack.</summary>
    private void EvaluateAppendsBelow(Slot slot, int index)
    {
        var lowest = index;
        while (lowest > 0 && slot.Entries[lowest - 1].Definition is { Expression: Append, IsKnown: false, InProgress: false }) lowest--;
        for (var i = lowest; i < index; i++) Evaluate(slot.Entries[i].Definition!, slot.Entries[i].Guard, slot, i);
    }

    /// <summary>One object of several, the lowest first. Fields of literals stand beside one another; other objects add theirs as one.</summary>
    private ObjectView MergedObject(List<View> layers)
    {
        if (layers is [ObjectView single]) return single;

        var slots = new OrderedDictionary<string, Slot>();
        Slot SlotOf(string key, Origin? keyOrigin, string comment)
        {
            if (!slots.TryGetValue(key, out var slot)) slots.Add(key, slot = new Slot());
            slot.KeyOrigin = keyOrigin ?? slot.KeyOrigin;
            if (comment.Length > 0) slot.Comment = comment;
            return slot;
        }

        foreach (var layer in layers)
        {
            if (layer is LiteralView { Literal: var literal, Guard: var guard })
            {
                _budget.Spend(literal.Fields.Count, literal.Origin);
                foreach (var field in literal.Fields)
                    SlotOf(field.Key, field.KeyOrigin, field.Comment).Entries.Add(new Entry(DefinitionOf(field.Value), null, guard));
            }
            else if (layer is ObjectView view)
            {
                _budget.Spend(view.Slots.Count, view.Origin);
                foreach (var (key, slot) in view.Slots)
                    SlotOf(key, slot.KeyOrigin, slot.Comment).Entries.Add(new Entry(null, slot, null));
            }
        }

        return new ObjectView(slots, layers[^1] is LiteralView top ? top.Literal.Origin : ((ObjectView)layers[^1]).Origin);
    }
}
