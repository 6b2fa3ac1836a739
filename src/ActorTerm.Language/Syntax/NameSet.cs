using System.Collections.Immutable;

namespace ActorTerm.Language;

/// <summary>Finds an argument name that stands twice: by looking, while a call has few arguments, else by hash, so that thousands take linear time.</summary>
internal struct NameSet
{
    private const int Few = 8;

    private HashSet<string>? _names;

    /// <param name="before">The arguments that were added before.</param>
    public bool Add(string name, ImmutableArray<Argument>.Builder before)
    {
        if (before.Count >= Few) return (_names ??= [.. before.Select(a => a.Name)]).Add(name);
        foreach (var argument in before)
        {
            if (argument.Name == name) return false;
        }
        return true;
    }
}
