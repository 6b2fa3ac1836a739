namespace ActorTerm.Hocon.Resolving;

/// <summary>Where a substitution finds its value: in the file's own subtree if it was included, at the root, in the environment.</summary>
internal sealed partial class Resolver
{
    private View? Find(Substitution substitution)
    {
        var leadsBack = false;
        var found =
            (substitution.InInclude is { } path ? Lookup(path, ref leadsBack) : null) ??
            Lookup(substitution.Path, ref leadsBack) ??
            FromEnvironment(substitution.Path);
        if (found is not null || substitution.IsOptional) return found;

        throw new HoconException(substitution.Origin, leadsBack
            ? $"expected a value for {substitution} that does not depend on itself"
            : $"expected a value for {substitution}: neither the configuration nor the environment has one");
    }

    /// <param name="leadsBack">Set when a definition that is in progress was hidden on the way and nothing else was found.</param>
    private View? Lookup(HoconPath path, ref bool leadsBack)
    {
        var slot = _root;
        foreach (var key in path.Keys)
        {
            if (ValueOf(slot) is ObjectView view && view.Slots.TryGetValue(key, out var next))
            {
                slot = next;
                continue;
            }

            leadsBack |= IsPartlyHidden(slot);
            return null;
        }

        var value = ValueOf(slot);
        leadsBack |= value is null && IsPartlyHidden(slot);
        return value;
    }

    private static bool IsPartlyHidden(Slot slot) => slot.Entries.Any(e => e.Definition is { InProgress: true });

    private ScalarView? FromEnvironment(HoconPath path)
    {
        var name = string.Join('.', path.Keys);
        if (_environment is null || name.Length == 0 || name.Contains('\0')) return null;

        return _environment(name) is { } value ? new ScalarView(new HoconString(value, Origin.Of($"environment variable {name}"))) : null;
    }
}
